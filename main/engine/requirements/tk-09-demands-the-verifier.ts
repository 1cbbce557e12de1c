import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-09: leaving it out must not help. */
export const requirement = defineRequirement({
  id: 'TK-09',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A code without its code_verifier is refused.',
  source: 'OAuth 2.1 §4.1.3 (PKCE)',
  shownBy: ['F76'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'no verifier',
    'PKCE is not enforced: a code was redeemed without any code_verifier, though its request had a challenge.',
  ),
});
