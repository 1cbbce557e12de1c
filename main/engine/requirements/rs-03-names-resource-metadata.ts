import { defineRequirement } from '../model/requirement.ts';
import { ofChallengeFault } from './parts/of-challenge-fault.ts';

/** RS-03: in 2025-06-18 the 401 itself must name the metadata; later revisions ask RS-04. */
export const requirement = defineRequirement({
  id: 'RS-03',
  level: 'MUST',
  revisions: ['2025-06-18'],
  phase: 'p0',
  step: 'challenge',
  title: 'The 401 names the metadata URL in resource_metadata.',
  source: 'MCP authorization 2025-06-18, Authorization Server Location',
  shownBy: ['F20', 'F22'],
  needs: ['url', 'first'],
  check: (given) =>
    ofChallengeFault(
      given,
      { bare: () => NOT_NAMED, without: () => NOT_NAMED, resource: () => OTHER_NAME },
      { missing: 'not-applicable' },
    ),
});

const NOT_NAMED =
  'In revision 2025-06-18 the 401 must name the metadata URL in resource_metadata. Later revisions let clients look at the well-known address instead.';
const OTHER_NAME =
  'The 401 says resource= where revision 2025-06-18 asks for resource_metadata=, so no client finds the URL.';
