import type { Exchange, JsonObject } from '../../model/evidence.ts';
import type { TokenFacts } from '../../model/sign-in-evidence.ts';
import { bodyOf } from '../../probe/registration/body-of.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { Secret } from '../../secrets/secret.ts';
import { isSuccess } from './is-success.ts';
import { textOf } from './text-of.ts';
import { tokenFacts } from './token-facts.ts';

export interface Tokens {
  readonly access: Secret;
  readonly refresh: Secret | null;
  readonly id: Secret | null;
  readonly facts: TokenFacts;
  /** Wall time in milliseconds, counted from when the answer was there; null where nothing is said. */
  readonly expiresAt: number | null;
}

export interface TokenReading {
  readonly exchange: Exchange;
  /** Read as clients do, from any 2xx with an access_token; null where there is none. */
  readonly tokens: Tokens | null;
  /** What the strict reader holds against the answer, or null. */
  readonly strict: string | null;
  /** An error as OAuth writes it, whatever the status. */
  readonly error: { readonly code: string; readonly description: string | null } | null;
}

/** What a header can carry (RFC 6750 §2.1 is narrower; clients send all of these). */
const SENDABLE = /^[\x21-\x7e]+$/;
const UNSENDABLE = 'The access token holds characters that no header can carry.';

/**
 * Reads a token answer as clients do, leniently: the status is any 2xx, a form is read as well as
 * JSON, and members of another form count as missing.
 * @param strict what the strict reader held against it
 * @see reference-clients 2.1 steps 13 to 15; TK-03 to TK-06, TK-20
 */
export function readTokens(exchange: Exchange, strict: string | null): TokenReading {
  const json = jsonAnswer(exchange) ?? formAnswer(exchange);
  const code = textOf(json?.error);
  const error = code === null ? null : { code, description: textOf(json?.error_description) };
  const access = isSuccess(exchange) ? textOf(json?.access_token) : null;
  if (json === null || access === null) return { exchange, tokens: null, strict, error };
  if (!SENDABLE.test(access))
    return { exchange, tokens: null, strict: strict ?? UNSENDABLE, error };
  return { exchange, tokens: tokensOf(json, access, exchange), strict, error };
}

function tokensOf(json: JsonObject, access: string, exchange: Exchange): Tokens {
  const facts = tokenFacts(json);
  const arrived = exchange.startedAt + exchange.durationMs;
  return {
    access: new Secret(access),
    refresh: secretOf(json.refresh_token),
    id: secretOf(json.id_token),
    facts,
    expiresAt: expiryOf(arrived, facts.expiresIn),
  };
}

/** The furthest time that a date can be (ECMAScript, Time Values). */
const FURTHEST = 8.64e15;

/** A lifetime that ends at no date says nothing. */
function expiryOf(arrived: number, seconds: number | null): number | null {
  const time = arrived + (seconds ?? Infinity) * 1000;
  return Math.abs(time) <= FURTHEST ? time : null;
}

function secretOf(value: unknown): Secret | null {
  const text = textOf(value);
  return text === null ? null : new Secret(text);
}

/** Members that a form is read for; the first of each counts. */
const MEMBERS = [
  ...['access_token', 'token_type', 'expires_in', 'refresh_token', 'id_token', 'scope'],
  ...['error', 'error_description'],
];

function formAnswer(exchange: Exchange): JsonObject | null {
  const text = bodyOf(exchange);
  if (!/^[a-z_]+=[^\s<{]*$/.test(text)) return null;
  const form = new URLSearchParams(text);
  const there = MEMBERS.filter((name) => form.has(name));
  return Object.fromEntries(there.map((name) => [name, form.get(name)]));
}
