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
  FirstContact,
  Json,
  JsonObject,
  McpProbeName,
  McpProbes,
  ServerEndpoints,
  TargetEvidence,
} from '../model/evidence.ts';
import {
  FAILURE_KINDS,
  type FailureKind,
  type Headers,
  type HostFacts,
  type HttpOutcome,
} from '../ports.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { answerFailure, answerText } from './fake-answers.ts';

export const MCP_URL = 'https://mcp.example.com/mcp';
const MCP_ORIGIN = 'https://mcp.example.com/';
export const ISSUER = 'https://auth.example.com';

/** A status with an empty body, how the request failed, or a whole outcome. */
export type Answer = number | FailureKind | HttpOutcome;

/** A recorded request; without more it is the first POST, answered 401. */
export function exchange(
  parts: Partial<Omit<Exchange, 'request' | 'outcome'>> & {
    readonly method?: Exchange['request']['method'];
    readonly url?: string;
    readonly answer?: Answer;
  } = {},
): Exchange {
  const { method = 'POST', url = MCP_URL, answer = 401, ...rest } = parts;
  return {
    id: 'x1',
    step: 'challenge',
    purpose: 'initialize',
    startedAt: 0,
    durationMs: 20,
    request: { method, url, headers: [], body: null },
    outcome: outcomeOf(answer),
    ...rest,
  };
}

/** A 200 that carries a JSON-RPC result: a server that asks for no sign-in. */
export const OPEN: HttpOutcome = answerText('{"jsonrpc":"2.0","id":0,"result":{}}');

/** What the three first requests met; what is left out is answered as `post` is. */
export function contacts(
  parts: {
    readonly post?: Answer;
    readonly modern?: Answer;
    readonly stream?: Answer;
    /** WWW-Authenticate of every status that is given as a number. */
    readonly header?: string | null;
    readonly url?: string;
    readonly ms?: number;
  } = {},
): FirstContact {
  const { post = 401, modern = post, stream = post, header = null, url = MCP_URL, ms = 20 } = parts;
  const challenge: Headers = header === null ? [] : [['WWW-Authenticate', header]];
  type Method = Exchange['request']['method'];
  const ask = (id: string, method: Method, purpose: Exchange['purpose'], answer: Answer) => {
    const spoken = typeof answer === 'number' ? answerText('', answer, challenge) : answer;
    return exchange({ id, method, purpose, url, answer: spoken, durationMs: ms });
  };
  return {
    legacy: ask('legacy', 'POST', 'initialize', post),
    modern: ask('modern', 'POST', 'server/discover', modern),
    stream: ask('stream', 'GET', 'event stream', stream),
  };
}

/** WWW-Authenticate as it should be, or naming another address. */
export function bearer(url = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp') {
  return `Bearer resource_metadata="${url}"`;
}

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

/** How a healthy MCP endpoint answers the further first requests; and what one answers instead. */
export function healthyProbes(changes: McpProbes = {}): McpProbes {
  const challenged = (name: McpProbeName, header = bearer()) =>
    exchange({
      id: name,
      purpose: name,
      answer: answerText('', 401, [['WWW-Authenticate', header]]),
    });
  const invalid = `${bearer()}, error="invalid_token"`;
  return {
    'made-up token': challenged('made-up token', invalid),
    'empty token': challenged('empty token', invalid),
    'other scheme': challenged('other scheme', invalid),
    'foreign origin': exchange({ id: 'origin', purpose: 'foreign origin', answer: 403 }),
    'session end': challenged('session end'),
    'tools list': challenged('tools list'),
    preflight: exchange({
      id: 'preflight',
      method: 'OPTIONS',
      purpose: 'preflight',
      answer: answerText('', 204, [['Access-Control-Allow-Origin', '*']]),
    }),
    'slash twin': exchange({ id: 'twin', purpose: 'slash twin', url: `${MCP_URL}/`, answer: 404 }),
    'as Claude': challenged('as Claude'),
    'as python-httpx': challenged('as python-httpx'),
    'as a browser': challenged('as a browser'),
    ...changes,
  };
}

/** What the endpoints of a healthy authorization server answer without a request. */
export function healthyEndpoints(changes: Partial<ServerEndpoints> = {}): ServerEndpoints {
  const url = `${ISSUER}/token`;
  const refused = answerText('{"error":"invalid_request"}', 400, [
    ['Content-Type', 'application/json'],
  ]);
  return {
    token: exchange({ id: 'token', url, answer: refused }),
    revocation: null,
    preflight: exchange({
      id: 'cors',
      method: 'OPTIONS',
      url,
      answer: answerText('', 204, [['Access-Control-Allow-Origin', '*']]),
    }),
    ...changes,
  };
}

/** A host on the open internet with a certificate in order. */
export function publicHost(host: string, changes: Partial<HostFacts> = {}): HostFacts {
  return {
    host,
    port: 443,
    addresses: [{ address: '93.184.216.34', family: 4, class: 'public' }],
    mapped: false,
    dnsFailure: null,
    tls: { protocol: 'TLSv1.3', sent: [], trustedBy: 'bundled', failure: null },
    ...changes,
  };
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

function outcomeOf(answer: Answer): HttpOutcome {
  if (typeof answer === 'number') return answerText('', answer);
  return isFailure(answer) ? answerFailure(answer, answer.toUpperCase()) : answer;
}

function isFailure(answer: FailureKind | HttpOutcome): answer is FailureKind {
  return FAILURE_KINDS.some((kind) => kind === answer);
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
