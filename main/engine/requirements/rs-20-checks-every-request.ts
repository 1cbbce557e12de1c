import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-20: a session id is no token. */
export const requirement = defineRequirement({
  id: 'RS-20',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'Every request needs the token, also within a session.',
  source: 'MCP authorization, Token Requirements',
  shownBy: ['F39'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'session without token',
    'The session id alone is enough to list the tools. Check the token on every request.',
  ),
});
