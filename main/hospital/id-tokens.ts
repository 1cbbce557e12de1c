import { randomBytes } from 'node:crypto';
import type { Ask, JsonObject, Reply } from './message.ts';
import type { AccessToken, Memory } from './memory.ts';
import { parseJsonObject } from './parse-json.ts';
import type { Setup } from './setup.ts';
import type { Handler, Site } from './site.ts';

/**
 * The same authorization server, which gives an id_token beside each access token (OpenID Connect
 * Core 1.0 §3.1.3.3). It is made for the client, so a healthy MCP server refuses it.
 */
export function withIdTokens(site: Site, setup: Setup, memory: Memory): Site {
  const path = setup.endpoints.token;
  const token = site.routes[path]?.POST;
  if (setup.idTokens !== true || token === undefined) return site;
  const POST: Handler = (ask: Ask) => withIdToken(token(ask), setup, memory);
  return { ...site, routes: { ...site.routes, [path]: { POST } } };
}

function withIdToken(reply: Reply, setup: Setup, memory: Memory): Reply {
  if (reply.kind !== 'answer') return reply;
  const answer = parseJsonObject(reply.body);
  const access = memory.accessTokens.get(String(answer?.access_token));
  if (answer === null || access === undefined) return reply;
  const text = idToken(setup, access);
  memory.accessTokens.set(text, { ...access, audience: access.clientId });
  return { ...reply, body: JSON.stringify({ ...answer, id_token: text }) };
}

/** Its signature is random: the two servers of a pair know each other's tokens by heart. */
function idToken({ issuer }: Setup, { clientId, expiresAt }: AccessToken): string {
  const exp = Math.floor(expiresAt / 1000);
  const claims = { iss: issuer, sub: 'user', aud: clientId, exp, iat: exp - 3600 };
  const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = randomBytes(64).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${signature}`;
}
