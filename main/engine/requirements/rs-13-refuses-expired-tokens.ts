import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-13: an expired token is no longer good. */
export const requirement = defineRequirement({
  id: 'RS-13',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p3',
  step: 'call',
  title: 'An expired token is answered 401.',
  source: 'MCP authorization, Token Handling',
  shownBy: ['F38'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'expired token',
    'An expired token was still taken. Check exp, with a minute of tolerance at most.',
  ),
});
