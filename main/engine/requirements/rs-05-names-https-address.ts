import { defineRequirement } from '../model/requirement.ts';
import { ofChallengeFault } from './parts/of-challenge-fault.ts';
import { B_TO_D } from './parts/revisions.ts';

/** RS-05: resource_metadata is an absolute https URL, written as RFC 9110 writes one. */
export const requirement = defineRequirement({
  id: 'RS-05',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'resource_metadata is an absolute https URL.',
  source: 'RFC 9728 §5.1',
  shownBy: ['F22'],
  needs: ['url', 'first'],
  check: (given) =>
    ofChallengeFault(
      given,
      { relative: notAbsolute, scheme: notAbsolute, insecure, unquoted },
      {
        missing: 'not-applicable',
        bare: 'not-applicable',
        without: 'not-applicable',
        resource: 'not-applicable',
        empty: 'not-applicable',
        spelling: 'not-applicable',
      },
    ),
});

const notAbsolute = (value: string) =>
  `resource_metadata is not an absolute https URL (“${value}”), so clients have nowhere to go.`;
const insecure = (value: string) =>
  `resource_metadata names http (“${value}”), and your server is reached over https. The application does not see the proxy’s X-Forwarded-Proto.`;
const unquoted = (value: string) =>
  `resource_metadata stands without quotes (“${value}”). A URL is no token, so a strict client drops it.`;
