import { defineRequirement } from '../model/requirement.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** DR-01: clients can register themselves. Since 2025-11-25 only a MAY. */
export const requirement = defineRequirement({
  id: 'DR-01',
  level: 'SHOULD',
  revisions: ['2025-03-26', '2025-06-18'],
  phase: 'p0',
  step: 'registration',
  title: 'The authorization server lets clients register.',
  source: 'MCP authorization, Dynamic Client Registration',
  shownBy: ['F40'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      if (registrationWays(document.json).dynamic) return 'met';
      const text = 'There is no registration_endpoint, so no client can register itself.';
      return broken(text, [attemptEvidence(document)]);
    }),
});
