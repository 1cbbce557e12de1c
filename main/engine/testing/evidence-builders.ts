/**
 * Evidence as literals, for tests: a healthy server, and one call for each way to break it. The
 * server is https://mcp.example.com/mcp; its authorization server is on another host, because more
 * breaks there than on one origin.
 */
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  DocumentPlace,
  DocumentProblem,
  Exchange,
  Json,
  JsonObject,
  ServerEndpoints,
  TargetEvidence,
} from '../model/evidence.ts';
import type { Headers } from '../ports.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { bearer, contacts, exchange, ISSUER, MCP_URL, type Answer } from './exchange-builders.ts';
import { answerText } from './fake-answers.ts';
import { healthyEndpoints, healthyProbes, publicHost } from './healthy-answers.ts';

const MCP_ORIGIN = 'https://mcp.example.com/';

const PLACES: Readonly<Record<DocumentPlace, string>> = {
  header: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp',
  path: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp',
  root: 'https://mcp.example.com/.well-known/oauth-protected-resource',
  appended: 'https://mcp.example.com/mcp/.well-known/oauth-protected-resource',
  'slash-twin': 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp/',
  oauth: 'https://auth.example.com/.well-known/oauth-authorization-server',
  oidc: 'https://auth.example.com/.well-known/openid-configuration',
  'oidc-appended': 'https://auth.example.com/acme/.well-known/openid-configuration',
  'oauth-root': 'https://auth.example.com/.well-known/oauth-authorization-server',
  'oauth-path': 'https://mcp.example.com/.well-known/oauth-authorization-server/mcp',
};

/** As a document for anybody is sent, also for what runs in a page. */
const DOCUMENT_HEADERS: Headers = [
  ['Content-Type', 'application/json'],
  ['Access-Control-Allow-Origin', '*'],
];

/** An address that gave a document. Its exchange is called like its place. */
export function attempt(
  place: DocumentPlace,
  json: JsonObject,
  url: string = PLACES[place],
): DocumentAttempt {
  const answer = answerText(JSON.stringify(json), 200, DOCUMENT_HEADERS);
  return { place, url, json, problem: null, exchanges: [fetched(place, url, answer)] };
}

/** An address that gave none: the status it answered, or another problem. */
export function missing(
  place: DocumentPlace,
  why: number | DocumentProblem = 404,
  url: string = PLACES[place],
): DocumentAttempt {
  const problem: DocumentProblem = typeof why === 'number' ? { kind: 'status', status: why } : why;
  const exchanges = [fetched(place, url, answerOf(problem))];
  return { place, url, json: null, problem, exchanges };
}

/** Answered 200 with a web page. */
export const PAGE: DocumentProblem = { kind: 'html', contentType: 'text/html' };
/** Never asked: the run ended before. */
export const UNASKED: DocumentProblem = {
  kind: 'network',
  failure: 'cancelled',
  detail: 'stopped',
};

/** Members laid over a healthy document; `undefined` takes one out. */
export type Changes = Readonly<Record<string, Json | undefined>>;

/** Protected resource metadata. */
export function resourceDocument(changes: Changes = {}): JsonObject {
  return merge(
    { resource: MCP_URL, authorization_servers: [ISSUER], scopes_supported: ['mcp:tools'] },
    changes,
  );
}

/** Authorization server metadata with all that clients need. */
export function serverDocument(changes: Changes = {}): JsonObject {
  return merge(
    {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      registration_endpoint: `${ISSUER}/register`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    },
    changes,
  );
}

/** The same as an OpenID document. */
export function openidDocument(changes: Changes = {}): JsonObject {
  return serverDocument({
    jwks_uri: `${ISSUER}/keys`,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...changes,
  });
}

/**
 * An authorization server and what its addresses gave.
 * @param found its document at the first address, or every attempt
 * @param more `index` is its place in the list; `guessed` the status of the guessed /authorize
 */
export function authorizationServer(
  issuer: string,
  found: JsonObject | readonly DocumentAttempt[],
  more: {
    readonly namedBy?: DocumentPlace | 'origin';
    readonly index?: number;
    readonly guessed?: Answer;
    readonly endpoints?: ServerEndpoints;
  } = {},
): AuthorizationServerEvidence {
  const { namedBy = 'path', index = 0, guessed, endpoints = null } = more;
  const attempts = isAttempts(found) ? found : [attempt('oauth', found), missing('oidc')];
  const url = `${new URL(issuer).origin}/authorize`;
  const asked = { id: 'guess', method: 'GET', url, purpose: 'guessed endpoint' } as const;
  return {
    issuer,
    namedBy: [{ place: namedBy, index }],
    attempts,
    guessed: guessed === undefined ? null : exchange({ ...asked, answer: guessed }),
    endpoints,
  };
}

/** The MCP origin as its own authorization server, which has nothing to say unless told otherwise. */
export function mcpOrigin(
  found: JsonObject | readonly DocumentAttempt[] = [missing('oauth'), missing('oidc')],
  guessed?: Answer,
): AuthorizationServerEvidence {
  const more = guessed === undefined ? {} : { guessed };
  return authorizationServer(MCP_ORIGIN, found, { namedBy: 'origin', ...more });
}

/** A server with which nothing is wrong, and what is different about this one. */
export function healthyEvidence(changes: Partial<TargetEvidence> = {}): TargetEvidence {
  const url = changes.url ?? MCP_URL;
  const places = resourceMetadataAddresses(url);
  const document = resourceDocument({ resource: url });
  return {
    url,
    entries: [],
    first: contacts({ url, header: bearer(places[0]!.url) }),
    resourceMetadata: [
      attempt('header', document, places[0]!.url),
      ...places.map(({ place, url: address }) => attempt(place, document, address)),
    ],
    authorizationServers: [
      mcpOrigin(undefined, 404),
      authorizationServer(ISSUER, serverDocument(), { endpoints: healthyEndpoints() }),
    ],
    mcpProbes: healthyProbes(),
    misplaced: [missing('appended'), missing('slash-twin')],
    hosts: [publicHost('mcp.example.com'), publicHost('auth.example.com')],
    registration: null,
    signIn: null,
    local: null,
    ...changes,
  };
}

/** A healthy server whose authorization server publishes this. */
export function withServer(changes: Changes): TargetEvidence {
  return healthyEvidence({
    authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, serverDocument(changes))],
  });
}

/** A healthy server whose resource metadata, at all its addresses, is this. */
export function withResource(changes: Changes): TargetEvidence {
  const document = resourceDocument(changes);
  const resourceMetadata = (['header', 'path', 'root'] as const).map((one) =>
    attempt(one, document),
  );
  return healthyEvidence({ resourceMetadata });
}

function isAttempts(
  found: JsonObject | readonly DocumentAttempt[],
): found is readonly DocumentAttempt[] {
  return Array.isArray(found);
}

function fetched(id: string, url: string, answer: Answer): Exchange {
  return exchange({ id, method: 'GET', url, step: 'resource-metadata', answer });
}

function answerOf(problem: DocumentProblem): Answer {
  if (problem.kind === 'network') return problem.failure;
  return problem.kind === 'status' || problem.kind === 'redirect' ? problem.status : 200;
}

function merge(healthy: JsonObject, changes: Changes): JsonObject {
  const kept = Object.entries({ ...healthy, ...changes }).filter(
    (pair): pair is [string, Json] => pair[1] !== undefined,
  );
  return Object.fromEntries(kept);
}
