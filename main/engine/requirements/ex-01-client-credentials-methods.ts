import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { authMethods, offersClientCredentials } from './parts/client-credentials.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** EX-01: a server with client credentials lists a method that the extension knows. */
export const requirement = defineRequirement({
  id: 'EX-01',
  level: 'MUST',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'For client credentials, private_key_jwt or client_secret_basic is listed.',
  source: 'MCP extension oauth-client-credentials (SEP-1046)',
  shownBy: ['F89'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const document = offersClientCredentials(server);
      if (document === null) return 'not-applicable';
      const methods = authMethods(document.json);
      if (methods.some((one) => one === 'private_key_jwt' || one === 'client_secret_basic'))
        return 'met';
      const listed = shownValue(methods.join(', ')) || 'nothing';
      return broken(
        `Client credentials are offered without a usable way to authenticate: the metadata lists ${listed}, and programs need private_key_jwt or client_secret_basic.`,
        [attemptEvidence(document)],
      );
    }),
});
