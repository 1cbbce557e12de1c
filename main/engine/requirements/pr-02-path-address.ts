import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { MISPLACED_WORDS, misplacedDocument } from '../modes/evidence/misplaced-document.ts';
import { broken } from './parts/broken.ts';
import { attemptAt } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-02: the well-known part stands between the host and the path, and the document is there. */
export const requirement = defineRequirement({
  id: 'PR-02',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The document lies at the address made of the path.',
  source: 'RFC 9728 §3.1',
  shownBy: ['F24'],
  needs: ['resourceMetadata', 'misplaced'],
  check: ({ resourceMetadata, misplaced }) => {
    const path = attemptAt(resourceMetadata, 'path');
    if (path === undefined || isGuarded(path)) return 'not-applicable';
    if (path.json !== null) return 'met';
    const named = attemptAt(resourceMetadata, 'header');
    if (named !== undefined && isUsableResourceMetadata(named)) return 'not-applicable';
    const notSeen = firstNotAsked([path]);
    if (notSeen !== null) return { notSeen };
    return judge(path, misplacedDocument([...misplaced, ...resourceMetadata]));
  },
});

/** Where there is no document at all, PR-01 says so. */
function judge(path: DocumentAttempt, found: DocumentAttempt | null): RequirementOutcome {
  if (found === null) return 'not-applicable';
  const text = `${path.url} ${problemWords(path.problem)}; ${MISPLACED_WORDS[found.place] ?? ''} It lies at ${found.url}.`;
  const snippet = `GET ${path.url}\n${JSON.stringify(found.json, null, 2)}`;
  return broken(text, [attemptEvidence(path), attemptEvidence(found)], { snippet });
}
