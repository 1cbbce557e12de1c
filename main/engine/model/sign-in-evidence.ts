import type { ClientId, SignInWayName } from '../../contract/words.ts';
import type { Headers } from '../ports.ts';
import type { Exchange, JsonObject } from './evidence.ts';
import type { NavigationEnding } from './navigation-ending.ts';
import type { NavigationEvent } from './navigation-event.ts';

/**
 * How a sign-in went, as far as one was made. Tokens, codes, verifiers and client secrets are in
 * none of it: they were replaced by tags, such as `[access token 1]`, when it was recorded. The same
 * value has the same tag, so two texts are equal if and only if they were.
 */
export interface SignInEvidence {
  readonly as: ClientId;
  /** What the (last) authorization request carried as state. */
  readonly state: string;
  /** Parameters that came back on the redirect, in order, or null where it never came. */
  readonly callback: Headers | null;
  readonly token: Exchange | null;
  /** The first MCP request with the token. */
  readonly call: Exchange | null;
  /** The list of tools with the token, where the first request was answered. */
  readonly list: Exchange | null;
  /** The whole sign-in; null where only its parts above were seen (a recorded client). */
  readonly trace: SignInTrace | null;
}

export interface SignInTrace {
  readonly way: SignInWayName;
  readonly headless: boolean;
  /** Where the chosen client gives up before there is a page to show, or null. */
  readonly neverStarted: NeverStarted | null;
  readonly rounds: readonly SignInRound[];
  readonly end: SignInEnd;
  /** What was tried with the refresh token of the last round, or null where there was none. */
  readonly refresh: RefreshTrial | null;
  readonly revocation: Exchange | null;
  /** The access token after its revocation, at the MCP server. */
  readonly afterRevocation: Exchange | null;
  /** Requests that must be refused; one that is missing was not made. */
  readonly checks: Readonly<Partial<Record<SignInCheck, Exchange>>>;
}

/** Where the way ended before any authorization request could be built. */
export interface NeverStarted {
  readonly step: 'reach' | 'challenge' | 'resource-metadata' | 'server-metadata' | 'registration';
  /** The code of the client's verdict there, or null. */
  readonly cause: string | null;
  readonly why: string;
}

export type SignInEnd =
  | 'signed in'
  /** The client never gets to a sign-in page. */
  | 'never started'
  /** The window shows nothing. */
  | 'blank'
  /** The same round again, twice. */
  | 'loop'
  /** It ended with an error or an answer that the client refuses. */
  | 'failed'
  /** Stopped by the user, or the user did not finish in time. */
  | 'unfinished';

/** Why a client begins to sign in. */
export type RoundReason =
  | 'the first request'
  | '401 after a good token'
  | '403 insufficient_scope'
  | 'the refresh was refused'
  | 'the client was forgotten'
  | 'a second client, to see whether it asks again';

export interface SignInRound {
  readonly number: number;
  readonly because: RoundReason;
  /** Where the client id came from. */
  readonly idFrom: 'given' | 'document' | 'registered' | 'kept' | null;
  readonly registration: Exchange | null;
  readonly clientId: string | null;
  readonly issuer: string | null;
  readonly redirectUri: string;
  readonly resource: string | null;
  readonly scope: string | null;
  readonly state: string;
  /** The authorization request, or null where none could be built. */
  readonly authorizeUrl: string | null;
  readonly events: readonly NavigationEvent[];
  readonly ending: NavigationEnding | null;
  /** Parameters of the callback, and how they came. */
  readonly callback: Headers | null;
  readonly callbackMethod: string | null;
  readonly token: Exchange | null;
  /** What the tokens are, without what they say to those who hold them. */
  readonly tokens: TokenFacts | null;
  /** What a strict reader (RFC 6749, 7591, 9207, OpenID) refuses, in its words, by step. */
  readonly strict: readonly StrictRefusal[];
  /** `initialize` and `server/discover` with the token. */
  readonly legacyCall: Exchange | null;
  readonly modernCall: Exchange | null;
  readonly list: Exchange | null;
  readonly startedAt: number;
  readonly durationMs: number;
}

export interface StrictRefusal {
  readonly step: 'registration' | 'callback' | 'token' | 'refresh' | 'call';
  readonly says: string;
}

export interface TokenFacts {
  readonly form: 'jwt' | 'opaque';
  /** Header and claims of a JWT but for those that name a person (sub, email, name …); null for
   *  others. Decoded here, sent nowhere. */
  readonly header: JsonObject | null;
  readonly claims: JsonObject | null;
  readonly type: string | null;
  readonly expiresIn: number | null;
  readonly scope: string | null;
  readonly hasRefresh: boolean;
  readonly hasId: boolean;
}

export interface RefreshTrial {
  readonly exchange: Exchange;
  readonly tokens: TokenFacts | null;
  /** A new refresh token came back, the same one, or none. */
  readonly rotation: 'new' | 'same' | 'none' | null;
  /** Where the refresh without a scope failed: the same with the scope. */
  readonly withScope: Exchange | null;
  /** The first MCP request with the new token. */
  readonly call: Exchange | null;
  /** The old refresh token, used again at the very end. */
  readonly oldAgain: Exchange | null;
  /** A refresh token that never was. */
  readonly unknown: Exchange | null;
}

/** Requests that a server must refuse, made at the end, when nothing is lost by them. */
export type SignInCheck =
  /** TK-11 */
  | 'code again'
  /** TK-08, in a round of its own (thorough) */
  | 'wrong verifier'
  /** TK-09, in a round of its own (thorough) */
  | 'no verifier'
  /** TK-13, in a round of its own (thorough) */
  | 'other client'
  /** TK-12: the access token after its code was used again */
  | 'token after code again'
  /** RS-19 */
  | 'token in the query'
  /** RS-20 */
  | 'session without token'
  /** RS-16 */
  | 'id token'
  /** RS-17 */
  | 'broken signature'
  /** RS-17 */
  | 'unsigned copy'
  /** RS-13: the token after its expiry, where it lives for seconds */
  | 'expired token'
  /** TK-19 */
  | 'unknown grant'
  /** TK-18 */
  | 'unknown client';
