import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { B_TO_D } from './parts/revisions.ts';

/** TK-17: a second sign-in would have to be spent on it. */
export const requirement = defineRequirement({
  id: 'TK-17',
  level: 'SHOULD',
  revisions: B_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'Another resource at the token endpoint than at the sign-in page is refused.',
  source: 'RFC 8707 §2.2',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: () => ({
    notSeen: 'A token request for another resource would tell; Unblank makes none.',
  }),
});
