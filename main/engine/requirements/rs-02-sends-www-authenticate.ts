import { defineRequirement } from '../model/requirement.ts';
import { ofChallengeFault } from './parts/of-challenge-fault.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-02: the 401 has a WWW-Authenticate header. */
export const requirement = defineRequirement({
  id: 'RS-02',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'The 401 has a WWW-Authenticate header.',
  source: 'OAuth 2.1 §5.3.1, RFC 6750 §3',
  shownBy: ['F20'],
  needs: ['url', 'first'],
  check: (given) => ofChallengeFault(given, { missing: () => NO_HEADER }, {}),
});

const NO_HEADER = 'The 401 has no WWW-Authenticate header, so it does not say how to sign in.';
