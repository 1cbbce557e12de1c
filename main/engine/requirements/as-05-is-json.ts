import { defineRequirement } from '../model/requirement.ts';
import { askedByClients } from '../clients/replay/server-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { broken } from './parts/broken.ts';
import { A_TO_D } from './parts/revisions.ts';
import { isSentAsJson, typeWords } from './parts/sent-as-json.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-05: what a metadata address answers is a JSON object, and is announced as JSON. */
export const requirement = defineRequirement({
  id: 'AS-05',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The server’s metadata is JSON, sent as application/json.',
  source: 'RFC 8414 §3.2',
  shownBy: ['F25', 'F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const asked = askedByClients(server.attempts);
      const [good] = goodServerDocuments(server);
      const before = good === undefined ? asked : asked.slice(0, asked.indexOf(good));
      const wrong = before.find(isNoJson);
      if (wrong !== undefined) {
        const text = `${wrong.url} ${problemWords(wrong.problem)} (${typeWords(wrong)}).`;
        return broken(text, [attemptEvidence(wrong)]);
      }
      if (good === undefined) return 'not-applicable';
      if (isSentAsJson(good)) return 'met';
      // The clients that we know read it all the same (OBSERVED, reference-clients 2.4).
      const text = `${good.url} holds JSON, but is sent as ${typeWords(good)}; it must be application/json.`;
      return broken(text, [attemptEvidence(good)], { severity: 'warning' });
    }),
});

function isNoJson({ problem }: DocumentAttempt): boolean {
  return ['html', 'not-json', 'not-object'].includes(problem?.kind ?? '');
}
