import type { ClientId } from '../../contract/words.ts';
import type { Exchange, JsonObject } from './evidence.ts';

/** What was changed in a registration to find out why another was refused, or what it lets pass. */
export type RegistrationVariant =
  | 'as the client sends it'
  | 'without scope'
  | 'with a secret in the form'
  | 'with a secret in the header'
  | 'with an unknown member'
  | 'with a plain http redirect'
  | 'with a script for a redirect';

/** One registration that was tried, and what became of the client that it made. */
export interface RegistrationAttempt {
  /** The client whose body was sent. */
  readonly as: ClientId;
  readonly variant: RegistrationVariant;
  readonly sent: JsonObject;
  readonly exchange: Exchange;
  /** The answer as a JSON object, or null. */
  readonly json: JsonObject | null;
  /** The id that was given, or null where none was. */
  readonly clientId: string | null;
  /** What RFC 7592 made of it: null where nothing was registered. */
  readonly removal: 'deleted' | 'not offered' | 'refused' | null;
}

/** What is different about an authorization request. */
export type AuthorizeVariant =
  | 'as the client sends it'
  | 'unknown redirect'
  | 'redirect with another path'
  | 'redirect with a query'
  | 'redirect in other case'
  | 'redirect with a slash'
  | 'other loopback port'
  | 'unknown client'
  | 'without PKCE'
  | 'plain PKCE'
  | 'foreign resource'
  | 'without resource'
  | 'resource slash twin'
  | 'unknown scope'
  | 'without scope'
  | 'implicit flow'
  | 'prompt consent'
  | 'without prompt'
  | 'long state'
  | 'client-id document'
  | 'client-id document, foreign redirect'
  | 'malformed client-id document';

/** An authorization request that was opened without signing in. */
export interface AuthorizeAttempt {
  readonly as: ClientId;
  readonly variant: AuthorizeVariant;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly exchange: Exchange;
}

/** What registering and opening the sign-in page showed; only with the user's consent (E9). */
export interface RegistrationEvidence {
  readonly issuer: string;
  readonly attempts: readonly RegistrationAttempt[];
  readonly authorize: readonly AuthorizeAttempt[];
}
