import { randomBytes } from 'node:crypto';

export interface Client {
  readonly id: string;
  readonly redirectUris: readonly string[];
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
  readonly challenge: string;
  readonly method: string;
  readonly resource: string | null;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
}

/** What a pair of servers remembers while it runs. Nothing is ever written anywhere. */
export interface Memory {
  readonly clients: Map<string, Client>;
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, Grant>;
  /** Codes and refresh tokens that were spent, with the family that a second use ends. */
  readonly spent: Map<string, string>;
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
    streams: new Map(),
  };
}

/** An identifier that nobody can guess, with a word in front that says what it is. */
export function newId(kind: string): string {
  return `${kind}-${randomBytes(18).toString('base64url')}`;
}

/** Ends every token of a sign-in. */
export function endFamily(memory: Memory, family: string): void {
  for (const store of [memory.codes, memory.accessTokens, memory.refreshTokens]) {
    for (const [id, grant] of store) if (grant.family === family) store.delete(id);
  }
}
