import { defineRequirement } from '../model/requirement.ts';
import { ofChallengeFault } from './parts/of-challenge-fault.ts';

/** RS-06: the parsers of shipped clients can read the challenge. */
export const requirement = defineRequirement({
  id: 'RS-06',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'challenge',
  title: 'The challenge is written as the parsers of shipped clients read it.',
  source: 'MCP TypeScript SDK 1.32.2 and 2.4.0, header parser',
  shownBy: ['F22'],
  needs: ['url', 'first'],
  check: (given) =>
    ofChallengeFault(
      given,
      { empty: () => EMPTY, spelling: () => SPELLING, late: () => LATE },
      {
        missing: 'not-applicable',
        bare: 'not-applicable',
        without: 'not-applicable',
        resource: 'not-applicable',
        relative: 'not-applicable',
        scheme: 'not-applicable',
      },
    ),
});

const EMPTY = 'resource_metadata is empty, and clients read that as if it were not there.';
const SPELLING =
  'The header is legal, but clients read resource_metadata only in lower case and with no space round the equals sign. They will miss your metadata URL.';
const LATE =
  'The header does not begin with Bearer, and TypeScript-SDK clients read it only then. They will miss your metadata URL.';
