import type { Evidence } from '../../../contract/report.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import { problemWords } from '../words/problem-words.ts';
import { httpEvidence } from './http-evidence.ts';

/** What a metadata address answered, pointing at its last exchange. */
export function attemptEvidence(attempt: DocumentAttempt): Evidence {
  const note = `${attempt.url} ${problemWords(attempt.problem)}`;
  return httpEvidence(attempt.exchanges.at(-1)!, note);
}
