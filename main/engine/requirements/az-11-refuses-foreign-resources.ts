import { defineRequirement } from '../model/requirement.ts';
import { isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import { AUTHORIZE_NEEDS, brokenBy, overVariant } from './authorize/over-authorize.ts';
import { B_TO_D } from './parts/revisions.ts';

/** AZ-11: a token for any resource is good for a stranger’s. */
export const requirement = defineRequirement({
  id: 'AZ-11',
  level: 'SHOULD',
  revisions: B_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A resource of somebody else is answered with invalid_target.',
  source: 'RFC 8707 §2',
  shownBy: ['F78'],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('foreign resource', (opened) => {
    if (isTurnedDown(opened.outcome)) return 'met';
    if (opened.outcome.kind === 'page') return ONLY_A_TOKEN_TELLS;
    return brokenBy([opened], {
      text: 'A code is given for a resource that is not your server’s. Whether a token follows, only a sign-in shows.',
      whatToDo: 'Answer a resource that you do not know with error=invalid_target.',
      // The token endpoint may still refuse: the SDK’s own demo does it only there.
      severity: 'advice',
    });
  }),
});

const ONLY_A_TOKEN_TELLS = {
  notSeen: 'The sign-in goes on; only the token tells whom it is for.',
} as const;
