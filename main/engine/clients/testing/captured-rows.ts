/**
 * The 18 faults that were captured with Claude Code 2.1.197, 2.1.330 and mcp-remote 0.15.1: one
 * origin for both servers, and the last request that each client made before it gave up.
 */
import type { TargetEvidence } from '../../model/evidence.ts';
import type { Headers, HttpOutcome } from '../../ports.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  resourceDocument,
  serverDocument,
  type Changes,
} from '../../testing/evidence-builders.ts';
import { bearer, contacts, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerJson, answerRedirect, answerText } from '../../testing/fake-answers.ts';
import { NOWHERE, registrationOf, signedIn, tokenAnswerOf } from './lab.ts';

const ORIGIN = 'https://mcp.example.com';
const ENDPOINTS = {
  issuer: ORIGIN,
  authorization_endpoint: `${ORIGIN}/authorize`,
  token_endpoint: `${ORIGIN}/token`,
  registration_endpoint: `${ORIGIN}/register`,
};
const OWN = (changes: Changes = {}) => serverDocument({ ...ENDPOINTS, ...changes });
const OAUTH = `${ORIGIN}/.well-known/oauth-authorization-server`;
const OIDC = `${ORIGIN}/.well-known/openid-configuration`;
const METADATA = [attempt('oauth', OWN(), OAUTH)];

function oneOrigin(
  changes: Partial<TargetEvidence> = {},
  attempts = METADATA,
  resource: Changes = {},
): TargetEvidence {
  const document = resourceDocument({ authorization_servers: [ORIGIN], ...resource });
  return healthyEvidence({
    resourceMetadata: (['header', 'path', 'root'] as const).map((one) => attempt(one, document)),
    authorizationServers: [mcpOrigin(attempts), authorizationServer(ORIGIN, attempts)],
    ...changes,
  });
}

const came = (callback: Headers) => oneOrigin({ signIn: signedIn({ callback, issuer: ORIGIN }) });
const token = (answer: HttpOutcome) =>
  oneOrigin({ signIn: signedIn({ token: answer, issuer: ORIGIN }) });
const call = (answer: HttpOutcome) =>
  oneOrigin({ signIn: signedIn({ call: answer, issuer: ORIGIN }) });
const SCOPE = 'Bearer error="insufficient_scope", scope="admin"';
const DENIED: Headers = [
  ['error', 'access_denied'],
  ['error_description', 'user said no'],
];
const REFUSED = answerJson(
  { error: 'invalid_redirect_uri', error_description: 'localhost not allowed' },
  400,
);

/** A capture: what each client did, and the request at which those stopped that failed. */
export interface Captured {
  readonly fault: string;
  readonly evidence: TargetEvidence;
  /** Claude Code 2.1.197, Claude Code 2.1.330, mcp-remote 0.15.1. */
  readonly did: readonly ['ok' | 'fails', 'ok' | 'fails', 'ok' | 'fails'];
  /**
   * The request line of the last request, the origin left out; where the client then begins to sign
   * in anew (token-then-401, insufficient-scope), the one that sent it there.
   */
  readonly lastRequest: string | null;
}

const ALL_OK = ['ok', 'ok', 'ok'] as const;
const ALL_FAIL = ['fails', 'fails', 'fails'] as const;
const READS_METADATA = 'GET /.well-known/oauth-authorization-server';

export const CAPTURED: readonly Captured[] = [
  works('ok', oneOrigin({ signIn: signedIn({ issuer: ORIGIN }) })),
  works('no-www-auth', oneOrigin({ first: contacts() })),
  works(
    'rm-points-at-as',
    oneOrigin({
      first: contacts({ header: bearer(OAUTH) }),
      resourceMetadata: [attempt('header', OWN(), OAUTH), ...NOWHERE],
    }),
  ),
  works('prm-404', oneOrigin({ resourceMetadata: [missing('header'), ...NOWHERE] })),
  works(
    'oidc-only',
    oneOrigin({}, [missing('oauth', 404, OAUTH), attempt('oidc', openidDocument(ENDPOINTS), OIDC)]),
  ),
  works(
    'cimd',
    oneOrigin({}, [attempt('oauth', OWN({ client_id_metadata_document_supported: true }), OAUTH)]),
  ),
  works('short-expiry', token(tokenAnswerOf({ expires_in: 1 }))),
  {
    fault: 'prm-resource-trailing-slash',
    evidence: oneOrigin({}, METADATA, { resource: `${MCP_URL}/` }),
    did: ALL_FAIL,
    lastRequest: READS_METADATA,
  },
  {
    fault: 'issuer-mismatch',
    evidence: oneOrigin({}, [attempt('oauth', OWN({ issuer: 'https://x.example' }), OAUTH)]),
    did: ['ok', 'ok', 'fails'],
    lastRequest: READS_METADATA,
  },
  {
    fault: 'no-dcr',
    evidence: oneOrigin({}, [attempt('oauth', OWN({ registration_endpoint: undefined }), OAUTH)]),
    did: ALL_FAIL,
    lastRequest: READS_METADATA,
  },
  {
    fault: 'pkce-plain-only',
    evidence: oneOrigin({}, [
      attempt('oauth', OWN({ code_challenge_methods_supported: ['plain'] }), OAUTH),
    ]),
    did: ALL_FAIL,
    lastRequest: 'POST /register',
  },
  {
    fault: 'dcr-400',
    evidence: oneOrigin({ registration: registrationOf(ORIGIN, REFUSED) }),
    did: ALL_FAIL,
    lastRequest: 'POST /register',
  },
  {
    fault: 'iss-wrong',
    evidence: came([['iss', 'https://x.example']]),
    did: ['ok', 'fails', 'fails'],
    lastRequest: 'GET /authorize',
  },
  { fault: 'access-denied', evidence: came(DENIED), did: ALL_FAIL, lastRequest: 'GET /authorize' },
  {
    fault: 'token-400',
    evidence: token(answerJson({ error: 'invalid_grant', error_description: 'code expired' }, 400)),
    did: ALL_FAIL,
    lastRequest: 'POST /token',
  },
  {
    fault: 'token-then-401',
    evidence: call(answerText('', 401, [['WWW-Authenticate', bearer()]])),
    did: ALL_FAIL,
    lastRequest: 'POST /mcp',
  },
  {
    fault: 'insufficient-scope',
    evidence: call(answerText('', 403, [['WWW-Authenticate', SCOPE]])),
    did: ALL_FAIL,
    lastRequest: 'POST /mcp',
  },
  {
    fault: 'unauth-redirect',
    evidence: oneOrigin({ first: contacts({ post: answerRedirect('/login') }) }),
    did: ALL_FAIL,
    lastRequest: 'GET /login',
  },
];

function works(fault: string, evidence: TargetEvidence): Captured {
  return { fault, evidence, did: ALL_OK, lastRequest: null };
}
