import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-11: a code is used up. */
export const requirement = defineRequirement({
  id: 'TK-11',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A code is good for one token request.',
  source: 'OAuth 2.1 §4.1.2',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'code again',
    'A code works twice. It may be used once; a second use is a theft.',
  ),
});
