import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-27: after the reuse nothing is asked any more. */
export const requirement = defineRequirement({
  id: 'TK-27',
  level: 'SHOULD',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'refresh',
  title: 'An old refresh token that is used again ends all that came of it.',
  source: 'OAuth 2.1 §4.3.1',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: () => ({
    notSeen:
      'A call with the newest token after the old one was used again would tell; Unblank makes none.',
  }),
});
