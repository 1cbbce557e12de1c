import { defineRequirement } from '../model/requirement.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** CI-12: who announces client-id documents takes clients without a secret. */
export const requirement = defineRequirement({
  id: 'CI-12',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'registration',
  title: 'With client-id documents, public clients are allowed.',
  source: 'https://claude.com/docs/connectors/building/authentication',
  shownBy: ['F40', 'F46'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const ways = registrationWays(document.json);
      if (!ways.documents) return 'not-applicable';
      if (ways.publicClients) return 'met';
      const text =
        'Client-id documents are on, but token_endpoint_auth_methods_supported does not list none, so Claude does not use them.';
      const snippet = '"token_endpoint_auth_methods_supported": ["none"]';
      // Where clients can register as well, Claude does that instead.
      const weight = ways.dynamic ? ({ severity: 'advice' } as const) : {};
      return broken(text, [attemptEvidence(document)], { snippet, ...weight });
    }),
});
