import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-13: another client has no part in it. */
export const requirement = defineRequirement({
  id: 'TK-13',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A code is good for the client that asked for it only.',
  source: 'OAuth 2.1 §4.1.3',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'other client',
    'Any client can redeem the code: another client_id got the token.',
  ),
});
