import type { ClientIdentity } from '../handshake/oauth/client-identity.ts';
import type { Secret } from './secret.ts';

/** What a sign-in keeps: one for each issuer, resource and client id (safety D12). */
export interface VaultEntry {
  readonly issuer: string;
  /** Empty where the client sends no `resource`. */
  readonly resource: string;
  readonly identity: ClientIdentity;
  readonly access: Secret | null;
  readonly refresh: Secret | null;
  readonly tokenEndpoint: string | null;
  /** RFC 7009; null where the authorization server has none. */
  readonly revocationEndpoint: string | null;
  readonly scope: string | null;
  /** Milliseconds since 1970, or null where the server did not say. */
  readonly expiresAt: number | null;
  /** The run whose test tokens these are, until it has removed or kept them; null for kept ones. */
  readonly pendingRun: string | null;
}

/** An entry as the vault keeps it. */
export interface StoredEntry extends VaultEntry {
  readonly savedAt: number;
  /** Counts every change, so that a second caller sees that a first one has refreshed (D17). */
  readonly version: number;
}

/** `unreadable`: it is there and damaged; deleting it is all that can be done. */
export const TOKEN_KINDS = ['tokens', 'access', 'client', 'unreadable'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What is shown of an entry: never a value (safety F10). */
export interface TokenEntry {
  /** `v1:` and 64 hex digits. */
  readonly id: string;
  readonly kind: TokenKind;
  readonly issuer: string;
  readonly resource: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
  /** First 8 hex digits of a hash that is salted for this installation; empty without a value. */
  readonly fingerprint: string;
  readonly savedAt: number | null;
  /** Left behind by a trace that did not end. */
  readonly pending: boolean;
  readonly where: 'keychain' | 'memory';
}
