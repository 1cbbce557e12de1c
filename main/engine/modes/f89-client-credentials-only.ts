import { asksForSignIn } from '../probe/challenge-of.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { authMethods, offersClientCredentials } from '../requirements/parts/client-credentials.ts';
import type { FoundDocument } from '../requirements/parts/resource-documents.ts';
import { textsOf } from '../requirements/parts/scopes.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F89: an authorization server for programs, at which no person can sign in. */
export const mode = defineTargetMode({
  code: 'F89',
  title: 'The server signs in programs only, not people',
  explanation:
    'The metadata lists client_credentials under grant_types_supported and not authorization_code. Claude signs in a person in the browser, which is authorization_code, and does not support the other.',
  whatToDo:
    'Offer authorization_code with PKCE as well, or list it under grant_types_supported if it is offered already.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['EX-01', 'EX-02'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/7',
    'https://claude.com/docs/connectors/building/authentication',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    const server = asksForSignIn(evidence.first) ? serverInUse(evidence) : null;
    const document = server === null ? null : offersClientCredentials(server);
    if (document === null) return [];
    const forPeople = textsOf(document.json.grant_types_supported)?.includes('authorization_code');
    return forPeople ? programs(document) : [withoutPeople(document)];
  },
});

/** Where the endpoint is there all the same, only the list may be wrong: clients do not read it. */
function withoutPeople(document: FoundDocument): Occurrence {
  const isListed = document.json.authorization_endpoint !== undefined;
  return {
    severity: isListed ? 'warning' : 'error',
    detail: isListed
      ? 'It names an authorization endpoint all the same, and most clients go there.'
      : 'It names no authorization endpoint either.',
    evidence: [attemptEvidence(document)],
  };
}

/** EX-01, EX-02: people can sign in; programs that try get no further. */
function programs(document: FoundDocument): readonly Occurrence[] {
  const methods = authMethods(document.json);
  const listed = textsOf(document.json.token_endpoint_auth_signing_alg_values_supported) ?? [];
  const canSign =
    methods.includes('private_key_jwt') && listed.length > 0 && !listed.includes('none');
  if (canSign || methods.includes('client_secret_basic')) return [];
  return [
    {
      title: 'Client credentials cannot be used as they are listed',
      explanation:
        'The metadata offers client_credentials without a way to authenticate that the extension for programs knows. People sign in all the same.',
      whatToDo:
        'List client_secret_basic or private_key_jwt under token_endpoint_auth_methods_supported, the latter with its signature algorithms; or take client_credentials out.',
      severity: 'advice',
      evidence: [attemptEvidence(document)],
    },
  ];
}
