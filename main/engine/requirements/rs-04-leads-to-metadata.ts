import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import type { ChallengeFacts } from '../probe/challenge-of.ts';
import { metadataUrlFor } from '../probe/challenge.ts';
import { broken } from './parts/broken.ts';
import { ofChallenge } from './parts/of-challenge.ts';
import { C_TO_D } from './parts/revisions.ts';

/** RS-04: the header or a well-known address leads to the metadata. */
export const requirement = defineRequirement({
  id: 'RS-04',
  level: 'MUST',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'The 401 or a well-known address leads to the resource metadata.',
  source: 'MCP authorization, Protected Resource Metadata Discovery Requirements',
  shownBy: ['F24'],
  needs: ['first', 'resourceMetadata'],
  check: ({ first, resourceMetadata }) =>
    ofChallenge(first, (challenge) => {
      if (isNamed(challenge)) return 'met';
      const wellKnown = resourceMetadata.filter((one) => one.place !== 'header');
      if (wellKnown.some((one) => one.json !== null)) return 'met';
      // What stands in the way there is PR-05, PR-06.
      if (wellKnown.some(hidesSomething)) return 'not-applicable';
      const notSeen = firstNotAsked(wellKnown);
      if (notSeen !== null) return { notSeen };
      return broken(NOWHERE, [
        headerEvidence(challenge.exchange, 'WWW-Authenticate'),
        ...wellKnown.map(attemptEvidence),
      ]);
    }),
});

const NOWHERE =
  'Nothing tells the client where your authorization server is: no resource_metadata in the 401 and no document at either well-known address.';

function isNamed({ header }: ChallengeFacts): boolean {
  return header !== null && metadataUrlFor(header, 'bearer-anywhere') !== null;
}

function hidesSomething(attempt: DocumentAttempt): boolean {
  return isGuarded(attempt) || attempt.problem?.kind === 'too-large';
}
