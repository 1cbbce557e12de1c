import type { Json } from './message.ts';
import { goodResource } from './resource-indicator.ts';
import { SCOPE, type Setup } from './setup.ts';

/** A fault of the request as OAuth names it, or null. */
type Rule = (setup: Setup, query: URLSearchParams) => string | null;

/** In the order in which they are judged; the first that speaks is the answer. */
const RULES: readonly Rule[] = [
  (setup, query) => (isCodeFlow(setup, query) ? null : 'unsupported_response_type'),
  (setup, query) => (isWithoutPkce(query) && needsPkce(setup, query) ? 'invalid_request' : null),
  (setup, query) => (isWithoutPkce(query) || goodMethod(setup, query) ? null : 'invalid_request'),
  (setup, query) => (goodResource(setup, query.get('resource')) ? null : 'invalid_target'),
  (setup, query) => (goodScope(setup, scopesOf(query)) ? null : 'invalid_scope'),
];

/**
 * What is wrong with an authorization request whose client and redirect are good, as the error
 * that goes back (RFC 6749 §4.1.2.1, RFC 8707 §2), or null.
 */
export function authorizeFault(setup: Setup, query: URLSearchParams): string | null {
  return RULES.map((rule) => rule(setup, query)).find((fault) => fault !== null) ?? null;
}

/** RFC 7636 §4.3: plain where the request names no method. */
export function methodOf(query: URLSearchParams): string {
  return query.get('code_challenge_method') ?? 'plain';
}

/** Is a token asked for without a code (RFC 6749 §4.2)? */
export function isImplicit(query: URLSearchParams): boolean {
  return query.get('response_type') === 'token';
}

function isCodeFlow({ auth }: Setup, query: URLSearchParams): boolean {
  return query.get('response_type') === 'code' || (auth.implicitFlow === true && isImplicit(query));
}

function isWithoutPkce(query: URLSearchParams): boolean {
  return !query.get('code_challenge');
}

function needsPkce({ auth }: Setup, query: URLSearchParams): boolean {
  return auth.pkce !== 'optional' && !isImplicit(query);
}

/** A server that lists no methods still knows S256, as the real ones do. */
function goodMethod({ auth, serverMetadata }: Setup, query: URLSearchParams): boolean {
  const method = methodOf(query);
  const listed: Json = serverMetadata.code_challenge_methods_supported ?? null;
  const known = Array.isArray(listed) ? listed : ['S256'];
  return known.includes(method) || (auth.pkce === 'plain-too' && method === 'plain');
}

/** RFC 6749 §3.3: names between blanks; none and an empty text are the same. */
function scopesOf(query: URLSearchParams): readonly string[] {
  return (query.get('scope') ?? '').split(' ').filter((one) => one !== '');
}

function goodScope(setup: Setup, asked: readonly string[]): boolean {
  if (asked.length === 0) return setup.auth.needsScope !== true;
  return setup.auth.refusesEveryScope !== true && asked.every((one) => isKnown(setup, one));
}

/** What either document lists is known, and so is all that is named like the healthy scope. */
function isKnown({ serverMetadata, resourceMetadata }: Setup, scope: string): boolean {
  const lists = [serverMetadata.scopes_supported, resourceMetadata.scopes_supported];
  const listed = lists.some((list) => Array.isArray(list) && list.includes(scope));
  return listed || scope === 'offline_access' || scope.startsWith(PREFIX);
}

const PREFIX = SCOPE.replace(/[^:]*$/, '');
