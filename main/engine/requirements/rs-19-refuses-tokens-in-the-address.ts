import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-19: addresses end in logs. */
export const requirement = defineRequirement({
  id: 'RS-19',
  level: 'MUST NOT',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A token in the query of the URL is not taken.',
  source: 'MCP authorization, Token Requirements',
  shownBy: ['F38'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'token in the query',
    'Your server takes tokens from the URL. Addresses end in logs and histories, and the token with them; refuse them.',
  ),
});
