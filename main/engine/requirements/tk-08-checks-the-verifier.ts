import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-08: who stole a code has no verifier. */
export const requirement = defineRequirement({
  id: 'TK-08',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A code with a wrong code_verifier is refused.',
  source: 'OAuth 2.1 §4.1.3 (PKCE)',
  shownBy: ['F76'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'wrong verifier',
    'PKCE is not checked: a code was redeemed with a wrong code_verifier. Whoever gets hold of a code gets the token.',
  ),
});
