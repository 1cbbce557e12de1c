import { defineRequirement } from '../model/requirement.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { A_TO_D } from './parts/revisions.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-17: a client that nobody prepared can get an id. */
export const requirement = defineRequirement({
  id: 'AS-17',
  level: 'INFERRED',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'registration',
  title: 'There is a way to get a client id.',
  source: 'MCP authorization, Client Registration Approaches',
  shownBy: ['F40'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const ways = registrationWays(document.json);
      if (ways.dynamic || ways.documents) return 'met';
      const text =
        'There is no way to get a client id: no registration endpoint, no client-id documents. People must enter a client id by hand.';
      return broken(text, [attemptEvidence(document)]);
    }),
});
