import type { AuthChanges } from './auth-changes.ts';
import type { Ask, JsonObject, Reply } from './message.ts';
import { endFamily, newId, type Client, type Memory } from './memory.ts';
import { oauthJson, OAUTH_HEADERS, refused } from './oauth-reply.ts';
import { parseJsonObject } from './parse-json.ts';
import { redirectsIn, registrationFault } from './registration-rules.ts';
import { empty } from './reply.ts';
import type { Setup } from './setup.ts';

/** Seconds after which a client may register again that came too often. */
const RETRY_AFTER = '3600';

/**
 * Dynamic client registration (RFC 7591 §3): 201 with everything that was registered and how to
 * delete it again (RFC 7592 §3), or 400 in OAuth form. Every client becomes a public one, as MCP
 * clients ask for.
 */
export function register(setup: Setup, memory: Memory, ask: Ask): Reply {
  const { auth } = setup;
  if (auth.registrationReply !== undefined) return auth.registrationReply;
  if (memory.registrations.length >= (auth.registrationLimit ?? Infinity)) return tooMany();
  const body = parseJsonObject(ask.body);
  if (body === null) return refused('invalid_client_metadata', 'The body is not a JSON object.');
  const fault = registrationFault(auth, body);
  if (fault !== null) return refused(...fault);
  const client = makeClient(auth, memory, body);
  memory.clients.set(client.id, client);
  memory.registrations.push(client.registeredAt);
  return oauthJson(auth.registrationStatus ?? 201, answer(setup, client, body));
}

/** The answer to a client that registers too often (RFC 6585 §4). */
function tooMany(): Reply {
  const answer = refused('too_many_requests', 'Too many clients have been registered.', 429);
  return { ...answer, headers: { ...answer.headers, 'retry-after': RETRY_AFTER } };
}

function makeClient(auth: AuthChanges, memory: Memory, body: JsonObject): Client {
  const id = auth.clientId ?? newId('client');
  const before = memory.clients.get(id)?.redirectUris ?? [];
  const redirectUris = redirectsIn(body).map((one) => renamed(auth, one));
  const method = methodFor(auth, body);
  return {
    id,
    redirectUris: before === 'any' ? before : [...before, ...redirectUris],
    method,
    secret: method === 'none' ? null : (auth.secrets?.secret ?? newId('secret')),
    managementToken: newId('management'),
    registeredAt: Date.now(),
  };
}

/** RFC 7591 §2: a client that asks for nothing wants a secret. The healthy server has none to give. */
function methodFor({ secrets }: AuthChanges, body: JsonObject): Client['method'] {
  if (secrets === undefined) return 'none';
  if (secrets.to === 'everyone') return secrets.method;
  const { token_endpoint_auth_method: asked } = body;
  if (asked === 'none' || asked === 'client_secret_post') return asked;
  return secrets.method;
}

function renamed({ loopbackRegisteredAs: name }: AuthChanges, uri: string): string {
  if (name === undefined) return uri;
  return uri.replace(/^http:\/\/(?:127\.0\.0\.1|localhost)(?=[:/]|$)/, `http://${name}`);
}

/** Members that come back as they were sent; unknown ones are left out (RFC 7591 §2). */
const ECHOED = new Set(['client_name', 'client_uri', 'scope', 'application_type']);

/** RFC 7591 §3.2.1: the whole registration comes back. */
function answer(setup: Setup, client: Client, body: JsonObject): JsonObject {
  const { auth, names, endpoints } = setup;
  const all: JsonObject = {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    ...Object.fromEntries(Object.entries(body).filter(([key]) => ECHOED.has(key))),
    redirect_uris: redirectsIn(body).map((one) => renamed(auth, one)),
    token_endpoint_auth_method: client.method,
    client_id: client.id,
    client_id_issued_at: Math.floor(client.registeredAt / 1000),
    registration_client_uri: `${names.authOrigin}${endpoints.register}?client_id=${client.id}`,
    registration_access_token: client.managementToken,
    ...(client.secret === null
      ? {}
      : { client_secret: client.secret, client_secret_expires_at: 0 }),
    ...auth.registrationAnswer,
  };
  const leftOut = auth.registrationLeavesOut ?? [];
  return Object.fromEntries(Object.entries(all).filter(([key]) => !leftOut.includes(key)));
}

/**
 * Deletes a client and all that it was given (RFC 7592 §2.3): 204 for the token that came with its
 * registration, else 401.
 */
export function unregister(memory: Memory, ask: Ask): Reply {
  const client = memory.clients.get(ask.query.get('client_id') ?? '');
  const sent = /^Bearer +(\S+)$/i.exec(ask.headers.authorization ?? '')?.[1];
  if (client === undefined || sent === undefined || sent !== client.managementToken) {
    return refused('invalid_token', 'This is not the token of a registered client.', 401);
  }
  memory.clients.delete(client.id);
  const stores = [memory.accessTokens, memory.refreshTokens];
  const grants = stores.flatMap((store) => [...store.values()]);
  for (const { clientId, family } of grants) if (clientId === client.id) endFamily(memory, family);
  for (const [code, { clientId }] of memory.codes)
    if (clientId === client.id) memory.codes.delete(code);
  return empty(204, OAUTH_HEADERS);
}
