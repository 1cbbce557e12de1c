import type { Ask, Json, JsonObject, Reply } from './message.ts';
import { newId, type Memory } from './memory.ts';
import { parseJsonObject } from './parse-json.ts';
import { isPrivateUseScheme, isLoopback } from './redirect-uri.ts';
import { json } from './reply.ts';

/**
 * Dynamic client registration (RFC 7591 §3): 201 with everything that was registered, or 400 in
 * OAuth form. Every client becomes a public one, as MCP clients ask for.
 */
export function register(memory: Memory, ask: Ask): Reply {
  const body = parseJsonObject(ask.body);
  if (body === null) return refused('invalid_client_metadata', 'The body is not a JSON object.');
  const redirectUris = body.redirect_uris;
  if (!isRedirectList(redirectUris)) {
    return refused('invalid_redirect_uri', 'redirect_uris must be https, loopback or private-use.');
  }
  const id = newId('client');
  memory.clients.set(id, { id, redirectUris });
  return json(201, registered(id, body), { 'cache-control': 'no-store' });
}

/** RFC 7591 §3.2.1: the whole registration comes back; unknown members are left out (§2). */
function registered(id: string, body: JsonObject): JsonObject {
  const echoed = ['client_name', 'client_uri', 'redirect_uris', 'scope', 'application_type'];
  return {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    ...Object.fromEntries(Object.entries(body).filter(([key]) => echoed.includes(key))),
    token_endpoint_auth_method: 'none',
    client_id: id,
    client_id_issued_at: Math.floor(Date.now() / 1000),
  };
}

function isRedirectList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRegistrable);
}

/** https, loopback http (RFC 8252 §7.3) or a private-use scheme (§7.1); never a script. */
function isRegistrable(value: Json): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.hash !== '') return false;
  if (url.protocol === 'http:') return isLoopback(url.hostname);
  return url.protocol === 'https:' || isPrivateUseScheme(url.protocol);
}

function refused(error: string, description: string): Reply {
  return json(400, { error, error_description: description }, { 'cache-control': 'no-store' });
}
