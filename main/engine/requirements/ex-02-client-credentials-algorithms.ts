import type { JsonObject } from '../model/evidence.ts';
import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { authMethods, offersClientCredentials } from './parts/client-credentials.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** EX-02: with private_key_jwt the signature algorithms are listed. */
export const requirement = defineRequirement({
  id: 'EX-02',
  level: 'MUST',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'With private_key_jwt, the metadata lists the signature algorithms.',
  source: 'MCP extension oauth-client-credentials (SEP-1046), RFC 8414 §2',
  shownBy: ['F89'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const document = offersClientCredentials(server);
      if (document === null || !authMethods(document.json).includes('private_key_jwt'))
        return 'not-applicable';
      const fault = faultOf(document.json);
      return fault === null ? 'met' : broken(fault, [attemptEvidence(document)]);
    }),
});

function faultOf(json: JsonObject): string | null {
  const listed = textsOf(json.token_endpoint_auth_signing_alg_values_supported) ?? [];
  if (listed.length === 0)
    return 'private_key_jwt is listed without token_endpoint_auth_signing_alg_values_supported, so a program does not know how to sign.';
  return listed.includes('none')
    ? 'token_endpoint_auth_signing_alg_values_supported lists none, which lets anybody in.'
    : null;
}
