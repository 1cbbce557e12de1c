import { defineRequirement } from '../model/requirement.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { B_TO_D } from './parts/revisions.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/**
 * AS-16: a client that keeps no secret can use the token endpoint. A missing list means
 * client_secret_basic only. Where clients register, the registration decides instead (DR-07), and
 * with client-id documents CI-12 says it.
 */
export const requirement = defineRequirement({
  id: 'AS-16',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'Clients without a secret are listed.',
  source: 'RFC 8414 §2, token_endpoint_auth_methods_supported',
  shownBy: ['F19'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const ways = registrationWays(document.json);
      if (ways.publicClients) return 'met';
      if (ways.dynamic || ways.documents) return 'not-applicable';
      const text =
        'token_endpoint_auth_methods_supported does not list none, so a client id that is entered by hand needs a secret as well.';
      return broken(text, [attemptEvidence(document)]);
    }),
});
