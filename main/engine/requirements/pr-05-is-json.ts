import { defineRequirement } from '../model/requirement.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { isInTheWay } from '../modes/evidence/in-the-way.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { isSentAsJson, typeWords } from './parts/sent-as-json.ts';

/** PR-05: what the address answers is a JSON object, and is announced as JSON. */
export const requirement = defineRequirement({
  id: 'PR-05',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata is a JSON object, sent as application/json.',
  source: 'RFC 9728 §3.2',
  shownBy: ['F25', 'F24'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const wrong = resourceMetadata.find(isNoJson);
    if (wrong !== undefined) {
      const text = `${wrong.url} ${problemWords(wrong.problem)} (${typeWords(wrong)}). That is often the catch-all route of a web app. Answer JSON, or 404 where there is no document.`;
      const weight = isInTheWay(resourceMetadata) ? {} : ({ severity: 'warning' } as const);
      return broken(text, [attemptEvidence(wrong)], weight);
    }
    const document = resourceInUse(resourceMetadata);
    if (document === null) return 'not-applicable';
    if (isSentAsJson(document)) return 'met';
    // The clients that we know read it all the same (OBSERVED, reference-clients 2.4).
    const text = `${document.url} holds JSON, but is sent as ${typeWords(document)}; it must be application/json.`;
    return broken(text, [attemptEvidence(document)], { severity: 'warning' });
  },
});

function isNoJson({ problem }: DocumentAttempt): boolean {
  return ['html', 'not-json', 'not-object'].includes(problem?.kind ?? '');
}
