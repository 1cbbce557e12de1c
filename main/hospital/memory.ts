import { randomBytes } from 'node:crypto';
import type { SecretMethod } from './auth-changes.ts';

export interface Client {
  readonly id: string;
  /** `any` where nothing says which are its own. */
  readonly redirectUris: readonly string[] | 'any';
  /** How it has to prove itself at the token endpoint. */
  readonly method: 'none' | SecretMethod;
  readonly secret: string | null;
  /** Lets its holder delete the client (RFC 7592 §3); null for one that was never registered. */
  readonly managementToken: string | null;
  readonly registeredAt: number;
}

/** What a user agreed to: the same through code, access token and refresh token. */
export interface Grant {
  readonly clientId: string;
  readonly scope: string;
  /** The resource that tokens are good for (RFC 8707). */
  readonly audience: string;
  /** All tokens of one sign-in, so that a replay ends them all (OAuth 2.1 §4.3.1). */
  readonly family: string;
}

export interface Code extends Grant {
  readonly redirectUri: string;
  /** Empty where the sign-in was begun without PKCE. */
  readonly challenge: string;
  readonly method: string;
  readonly resource: string | null;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
  /** Not good before this moment; at once where it is left out. */
  readonly notBefore?: number;
}

/** What a pair of servers remembers while it runs. Nothing is ever written anywhere. */
export interface Memory {
  readonly clients: Map<string, Client>;
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, Grant>;
  /** Codes and refresh tokens that were spent, with the family that a second use ends. */
  readonly spent: Map<string, string>;
  /** The moment of each registration that was ever made, also of clients that were deleted. */
  readonly registrations: number[];
  /** Clients that somebody has agreed to. */
  readonly agreed: Set<string>;
  /** Open event streams of the 2024-11-05 transport, by session. */
  readonly streams: Map<string, (text: string) => void>;
}

export function createMemory(): Memory {
  return {
    clients: new Map(),
    codes: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    spent: new Map(),
    registrations: [],
    agreed: new Set(),
    streams: new Map(),
  };
}

/** An identifier that nobody can guess, with a word in front that says what it is. */
export function newId(kind: string): string {
  return `${kind}-${randomBytes(18).toString('base64url')}`;
}

/**
 * Ends every token of a sign-in; its code is spent by then.
 * @param stores the kinds of tokens that end
 */
export function endFamily(
  memory: Memory,
  family: string,
  stores: readonly Map<string, Grant>[] = [memory.accessTokens, memory.refreshTokens],
): void {
  for (const store of stores) {
    for (const [id, grant] of store) if (grant.family === family) store.delete(id);
  }
}
