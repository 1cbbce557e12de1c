import { defineRequirement } from '../model/requirement.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-27: no client has to guess the endpoints. */
export const requirement = defineRequirement({
  id: 'AS-27',
  level: 'INFERRED',
  revisions: ['2025-03-26'],
  phase: 'p0',
  step: 'server-metadata',
  title: 'No client has to guess the endpoints.',
  source: 'MCP authorization 2025-03-26, Fallbacks for Servers without Metadata Discovery',
  shownBy: ['F30', 'F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      if (goodServerDocuments(server).length > 0) return 'met';
      const { guessed, attempts } = server;
      if (guessed === null) return 'not-applicable';
      const notSeen = firstNotAsked(attempts);
      if (notSeen !== null) return { notSeen };
      const status = statusOf(guessed);
      const words = status === null ? 'gives no answer' : `answers ${status}`;
      const text = `TypeScript clients silently guess ${guessed.request.url}, which ${words}; others fail.`;
      const evidence = [httpEvidence(guessed, 'the address that clients guess')];
      return broken(text, [...evidence, ...attempts.slice(0, 1).map(attemptEvidence)]);
    }),
});
