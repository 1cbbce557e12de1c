import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-10: it takes a sign-in without PKCE, which we do not make. */
export const requirement = defineRequirement({
  id: 'TK-10',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A verifier without a challenge before it is refused.',
  source: 'OAuth 2.1 §4.1.3',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: () => ({ notSeen: 'A sign-in without PKCE would tell; Unblank makes none.' }),
});
