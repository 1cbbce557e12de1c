import type { Ask, Reply } from './message.ts';
import { endFamily, type Memory } from './memory.ts';
import { OAUTH_HEADERS, refused } from './oauth-reply.ts';
import { empty } from './reply.ts';
import type { Setup } from './setup.ts';

/**
 * Token revocation (RFC 7009): 200 whether or not the token is known (§2.2). A refresh token takes
 * all tokens of its sign-in with it (§2.1). Who holds a token may end it: no client is asked for.
 */
export function revoke(setup: Setup, memory: Memory, ask: Ask): Reply {
  const token = new URLSearchParams(ask.body).get('token');
  if (!token) return refused('invalid_request', 'token is missing.');
  if (setup.auth.revocationIgnored === true) return empty(200, OAUTH_HEADERS);
  const grant = memory.refreshTokens.get(token);
  if (grant !== undefined) endFamily(memory, grant.family);
  const isKnown = grant !== undefined || memory.accessTokens.delete(token);
  return (isKnown ? undefined : setup.auth.unknownRevocationReply) ?? empty(200, OAUTH_HEADERS);
}
