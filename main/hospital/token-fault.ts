import type { JsonObject } from './message.ts';
import type { AccessToken, Memory } from './memory.ts';
import { parseJsonObject } from './parse-json.ts';
import type { Setup } from './setup.ts';

/** Why a token is not good for a server; each could be overlooked by itself. */
export type TokenFault =
  | 'unknown'
  | 'not now'
  | 'other audience'
  | 'id token'
  | 'without a signature'
  | 'broken signature';

/**
 * What is wrong with a token that was sent, or null where nothing is (MCP, Token Handling).
 * @param text the token as it was sent; empty where none was
 */
export function tokenFault(setup: Setup, memory: Memory, text: string): TokenFault | null {
  const known = memory.accessTokens.get(text);
  if (known === undefined) return strangerFault(setup, memory, text);
  if (known.audience === known.clientId) return 'id token';
  if (known.audience !== setup.names.resource) return 'other audience';
  return isNow(known) ? null : 'not now';
}

function strangerFault(setup: Setup, memory: Memory, text: string): TokenFault {
  if (isUnsigned(setup, text)) return 'without a signature';
  return isForged(memory, text) ? 'broken signature' : 'unknown';
}

/** Another signature behind what a token of ours says. */
function isForged({ accessTokens }: Memory, text: string): boolean {
  const said = /^[\w-]+\.[\w-]+\./.exec(text)?.[0];
  return said !== undefined && [...accessTokens.keys()].some((one) => one.startsWith(said));
}

function isNow({ notBefore = 0, expiresAt }: AccessToken): boolean {
  return notBefore <= Date.now() && expiresAt > Date.now();
}

/** A JWT whose header says that nobody signed it (RFC 7518 §3.6), with claims made for us. */
function isUnsigned({ names }: Setup, text: string): boolean {
  const [header, claims] = text.split('.').map(part);
  return header?.alg === 'none' && claims?.aud === names.resource;
}

function part(text: string): JsonObject | null {
  return parseJsonObject(Buffer.from(text, 'base64url').toString('utf8'));
}
