import { defineRequirement } from '../model/requirement.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { C_TO_D } from './parts/revisions.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** CI-01: client-id metadata documents are the successor of registration. Listed, never a finding. */
export const requirement = defineRequirement({
  id: 'CI-01',
  level: 'SHOULD',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'registration',
  title: 'The authorization server takes client-id documents.',
  source: 'MCP authorization, Client ID Metadata Documents',
  shownBy: [],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      if (registrationWays(document.json).documents) return 'met';
      const text =
        'Client-id documents are not announced. Registration is deprecated since 2026-07-28 in favour of them.';
      return broken(text, [attemptEvidence(document)]);
    }),
});
