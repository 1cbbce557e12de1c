import { defineRequirement } from '../model/requirement.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { broken } from './parts/broken.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-06: the metadata is read before anybody has a token, so it must not ask for one. */
export const requirement = defineRequirement({
  id: 'PR-06',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata asks for no login.',
  source: 'RFC 9728 §3',
  shownBy: ['F25'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const closed = resourceMetadata.find(asksForLogin);
    if (closed === undefined)
      return resourceMetadata.some((one) => one.json !== null) ? 'met' : 'not-applicable';
    const text = `The metadata itself asks for a login: ${closed.url} ${problemWords(closed.problem)}. Exempt /.well-known/* from authentication.`;
    return broken(text, [attemptEvidence(closed)]);
  },
});

/** A page is PR-05, unless a redirect led there: then it is the login page. */
function asksForLogin(attempt: DocumentAttempt): boolean {
  return isGuarded(attempt) && (attempt.problem?.kind !== 'html' || attempt.exchanges.length > 1);
}
