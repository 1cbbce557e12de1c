import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { broken } from './parts/broken.ts';
import { attemptAt } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-01: there is resource metadata, and where the 401 names an address, it is there. */
export const requirement = defineRequirement({
  id: 'PR-01',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'A resource metadata document is found.',
  source: 'MCP authorization, Overview',
  shownBy: ['F24', 'F29'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) => {
    const named = attemptAt(resourceMetadata, 'header');
    const isThere = resourceMetadata.some((one) => one.json !== null);
    if (named !== undefined && named.json === null && isThere) return judgeNamed(named);
    if (isThere) return 'met';
    const notSeen = firstNotAsked(resourceMetadata);
    if (notSeen !== null) return { notSeen };
    if (resourceMetadata.some(cannotTell))
      return { notSeen: 'The address answers, but not with a document that can be read.' };
    const right = resourceMetadataAddresses(url)[0]!.url;
    const text = `There is no resource metadata: nothing tells clients where to sign in. Serve JSON at ${right}.`;
    return broken(text, resourceMetadata.map(attemptEvidence));
  },
});

/** A page, a login (PR-05, PR-06) or more than we read stands in the way; a document may lie behind. */
function cannotTell(attempt: DocumentAttempt): boolean {
  return isGuarded(attempt) || attempt.problem?.kind === 'too-large';
}

function judgeNamed(named: DocumentAttempt): RequirementOutcome {
  const notSeen = firstNotAsked([named]);
  if (notSeen !== null) return { notSeen };
  if (cannotTell(named)) return 'not-applicable';
  const text = `The 401 names ${named.url}, which ${problemWords(named.problem)}. Many clients ask only there.`;
  return broken(text, [attemptEvidence(named)]);
}
