import type { AuthChanges } from './auth-changes.ts';
import type { McpChanges } from './mcp-changes.ts';
import type { Answer, Json, JsonObject, Reply } from './message.ts';
import { MCP_PATH, wellKnownPath, type Names } from './names.ts';
import type { Changes, Endpoints, Sender } from './patient.ts';
import { json, NOT_FOUND } from './reply.ts';
import type { Before, Replies } from './site.ts';

/** A pair of servers as data: the healthy one with a patient's changes laid over it. */
export interface Setup {
  readonly names: Names;
  readonly issuer: string;
  readonly challenge: Reply;
  readonly resourceMetadata: JsonObject;
  readonly resourceMetadataAt: readonly string[];
  readonly serverMetadata: JsonObject;
  readonly serverMetadataAt: readonly string[];
  readonly openidMetadata: JsonObject;
  readonly openidAt: readonly string[];
  readonly endpoints: Endpoints;
  readonly transport: 'http' | 'event-stream';
  readonly auth: AuthChanges;
  readonly mcp: McpChanges;
  readonly mcpAt: readonly string[];
  readonly idTokens: boolean;
  readonly mcpReplies: Replies;
  readonly authReplies: Replies;
  readonly mcpElsewhere: Reply;
  readonly authElsewhere: Reply;
  readonly mcpBefore: Before | undefined;
  readonly authBefore: Before | undefined;
}

/** The scope that the healthy server asks for in its challenge. */
export const SCOPE = 'mcp:tools';

/** The addresses that clients guess where there is no metadata (revision 2025-03-26). */
const DEFAULT_ENDPOINTS: Endpoints = {
  authorize: '/authorize',
  token: '/token',
  register: '/register',
};

/** Path of the key set that the OpenID Connect document names. */
export const KEYS_PATH = '/keys';

/** Path of the revocation endpoint (RFC 7009), where the metadata offers it. */
export const REVOCATION_PATH = '/revoke';

/**
 * A pair of servers.
 * @param names where its parts are reached
 * @param changes what differs from the healthy pair; `{}` is healthy
 */
export function makeSetup(names: Names, changes: Changes): Setup {
  const documents = makeDocuments(names, changes);
  const { issuer } = documents.serverMetadata;
  return {
    names,
    ...documents,
    issuer: typeof issuer === 'string' ? issuer : documents.issuer,
    challenge: changes.challenge ?? healthyChallenge(names),
    transport: changes.transport ?? 'http',
    auth: changes.auth ?? {},
    mcp: changes.mcp ?? {},
    mcpAt: changes.mcpAt ?? [MCP_PATH],
    idTokens: changes.idTokens ?? false,
    mcpReplies: {
      ...sent(
        documents.resourceMetadataAt,
        documents.resourceMetadata,
        changes.resourceMetadataSent,
      ),
      ...changes.mcpReplies,
    },
    authReplies: {
      ...sent(documents.serverMetadataAt, documents.serverMetadata, changes.serverMetadataSent),
      ...changes.authReplies,
    },
    mcpElsewhere: changes.mcpElsewhere ?? NOT_FOUND,
    authElsewhere: changes.authElsewhere ?? NOT_FOUND,
    mcpBefore: changes.mcpBefore,
    authBefore: changes.authBefore,
  };
}

type Documents = Pick<
  Setup,
  | 'issuer'
  | 'endpoints'
  | 'resourceMetadata'
  | 'resourceMetadataAt'
  | 'serverMetadata'
  | 'serverMetadataAt'
  | 'openidMetadata'
  | 'openidAt'
>;

function makeDocuments(names: Names, changes: Changes): Documents {
  const issuer = changes.issuer ?? names.authOrigin;
  const endpoints = changes.endpoints ?? DEFAULT_ENDPOINTS;
  const resource = merged(healthyResource(names, issuer), changes.resourceMetadata);
  const server = merged(healthyServer(names, issuer, endpoints), changes.serverMetadata);
  const serverMetadata = { ...server, ...nulls(changes.serverMetadataNulls) };
  return {
    issuer,
    endpoints,
    resourceMetadata: { ...resource, ...nulls(changes.resourceMetadataNulls) },
    resourceMetadataAt: changes.resourceMetadataAt ?? resourceMetadataPaths(names),
    serverMetadata,
    serverMetadataAt: changes.serverMetadataAt ?? [wellKnownPath(OAUTH_DOCUMENT, issuer)],
    openidMetadata: merged({ ...openidExtras(names), ...serverMetadata }, changes.openidMetadata),
    openidAt: changes.openidAt ?? [],
  };
}

/** A document that is not sent as the healthy one is. */
function sent(paths: readonly string[], document: JsonObject, send: Sender | undefined): Replies {
  if (send === undefined) return {};
  return Object.fromEntries(paths.map((path) => [path, send(document)]));
}

function nulls(members: readonly string[] = []): JsonObject {
  return Object.fromEntries(members.map((member) => [member, null]));
}

const OAUTH_DOCUMENT = 'oauth-authorization-server';
const RESOURCE_DOCUMENT = 'oauth-protected-resource';

/** Both places of RFC 9728 §3.1 that MCP clients try: for the path, then for the origin. */
function resourceMetadataPaths(names: Names): string[] {
  return [names.resource, names.mcpOrigin].map((url) => wellKnownPath(RESOURCE_DOCUMENT, url));
}

/** The address of the resource metadata that clients ask first (RFC 9728 §3.1). */
export function resourceMetadataUrl(names: Names): string {
  return names.mcpOrigin + wellKnownPath(RESOURCE_DOCUMENT, names.resource);
}

/** RFC 9728 §5.1. No `error`, since no token was sent (RFC 6750 §3.1). */
export function healthyChallenge(names: Names): Answer {
  return challengeWith(
    `Bearer resource_metadata="${resourceMetadataUrl(names)}", scope="${SCOPE}"`,
  );
}

/**
 * A 401 as the healthy server gives it, with another challenge.
 * @param challenge value of WWW-Authenticate; null leaves the header out
 */
export function challengeWith(challenge: string | null): Answer {
  const headers = challenge === null ? {} : { 'www-authenticate': challenge };
  return json(401, { error: 'unauthorized' }, { ...READABLE, ...headers });
}

/** A client that runs in a page may read the challenge (RS-34). */
const READABLE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'WWW-Authenticate',
};

/** RFC 9728 §2. */
function healthyResource(names: Names, issuer: string): JsonObject {
  return {
    resource: names.resource,
    authorization_servers: [issuer],
    scopes_supported: [SCOPE],
    bearer_methods_supported: ['header'],
    resource_name: `Server at ${MCP_PATH}`,
  };
}

/** RFC 8414 §2 and RFC 9207 §3. */
function healthyServer({ authOrigin }: Names, issuer: string, endpoints: Endpoints): JsonObject {
  return {
    issuer,
    authorization_endpoint: authOrigin + endpoints.authorize,
    token_endpoint: authOrigin + endpoints.token,
    registration_endpoint: authOrigin + endpoints.register,
    revocation_endpoint: authOrigin + REVOCATION_PATH,
    scopes_supported: [SCOPE, 'offline_access'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** What OpenID Connect Discovery 1.0 §3 requires on top. */
function openidExtras({ authOrigin }: Names): JsonObject {
  return {
    jwks_uri: authOrigin + KEYS_PATH,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function merged(healthy: JsonObject, changes: JsonObject = {}): JsonObject {
  const kept = ([, value]: [string, Json]) => value !== null;
  return Object.fromEntries(Object.entries({ ...healthy, ...changes }).filter(kept));
}
