import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { C_TO_D } from './parts/revisions.ts';

/** CI-08: what a consent page says is read by its user, not by us. */
export const requirement = defineRequirement({
  id: 'CI-08',
  level: 'MUST',
  revisions: C_TO_D,
  phase: 'p2',
  step: 'authorize',
  title: 'The consent page shows the host of the redirect.',
  source: 'MCP authorization, Localhost Redirect URI Risks',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: () => ({
    notSeen:
      'Look at the consent page: it must name the host that the code goes to. Unblank does not read what stands there.',
  }),
});
