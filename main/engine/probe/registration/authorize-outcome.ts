import { isUrl } from '../../../contract/is-url.ts';
import type { AuthorizeAttempt } from '../../model/registration-evidence.ts';
import type { HttpResponse } from '../../ports.ts';
import { firewallOf } from '../firewall.ts';
import { headerOf } from '../header.ts';
import { callbackInPage } from './callback-in-page.ts';
import { jsonAnswer } from './json-answer.ts';
import { pageText } from './page-text.ts';

/** What came back along with a redirect to the client. */
export interface Back {
  readonly state: string | null;
  readonly iss: string | null;
}

/** What a sign-in page made of an authorization request. */
export type AuthorizeOutcome =
  /** A page to sign in on, here or where the browser is sent. */
  | { readonly kind: 'page' }
  /** The browser goes back to the client with a code (or a token) at once. */
  | { readonly kind: 'code' | 'token'; readonly back: Back }
  /** It goes back with an error, as OAuth has it. */
  | {
      readonly kind: 'error-redirect';
      readonly error: string;
      readonly said: string;
      readonly back: Back;
    }
  /** It goes back with neither. */
  | { readonly kind: 'bare-redirect' }
  /** A page that says no. */
  | { readonly kind: 'refused'; readonly status: number; readonly said: string }
  | { readonly kind: 'server-error'; readonly status: number; readonly said: string }
  /** No answer, a firewall’s, or one that tells nothing. */
  | { readonly kind: 'unclear' };

type Attempt = Pick<AuthorizeAttempt, 'exchange' | 'redirectUri'>;

/** Longest piece of a server's words that is kept. */
const LONGEST = 200;
/** Codes that stand on error pages only; error pages with 200 are told from sign-in pages by them. */
const ERROR_CODES =
  /\b(?:invalid_(?:request|client|scope|target|redirect_uri|resource)|unauthorized_client|unsupported_response_type|redirect_uri_mismatch)\b/i;
/** Entra writes the number of its error into a script of the page. */
const ENTRA = /AADSTS\d{5,7}/;
const ERROR_PATH = /(?:^|[/_-])errors?(?:[/._-]|$)/i;
const ASKS_TO_SIGN_IN = /<form|type=["']?password/i;

/**
 * Reads the answer to an authorization request that was opened without signing in.
 * @param attempt the answer, and the redirect that was asked for
 * @see RFC 6749 §4.1.2, §4.1.2.1; RFC 9207 §2; spec-requirements 1.5
 */
export function authorizeOutcome(attempt: Attempt): AuthorizeOutcome {
  const { outcome } = attempt.exchange;
  if (outcome.kind === 'failure') return { kind: 'unclear' };
  const { response } = outcome;
  const { status } = response;
  if (status === 429 || firewallOf(attempt.exchange) !== null) return { kind: 'unclear' };
  if (status >= 300 && status < 400) return redirected(attempt, response);
  const said = saidOn(attempt, response);
  if (status >= 500) return { kind: 'server-error', status, said };
  if (status === 401 && ASKS_TO_SIGN_IN.test(response.body)) return { kind: 'page' };
  const given = status < 400 ? callbackInPage(response.body, attempt.redirectUri) : null;
  if (given !== null) return sentBack(given);
  if (status >= 400 || isErrorPage(attempt, response, said))
    return { kind: 'refused', status, said };
  return { kind: 'page' };
}

/** Does it go on to a sign-in, or is it even over? */
export function goesOn(attempt: Attempt): boolean {
  return GOING_ON.includes(authorizeOutcome(attempt).kind);
}
const GOING_ON: readonly AuthorizeOutcome['kind'][] = ['page', 'code', 'token'];

/** Is the browser sent to the redirect that was asked for, with whatever? */
export function isSentBack(attempt: Attempt): boolean {
  const { kind } = authorizeOutcome(attempt);
  return ['code', 'token', 'error-redirect', 'bare-redirect'].includes(kind);
}

/** Was the request turned down, in whichever way? */
export function isTurnedDown(outcome: AuthorizeOutcome): boolean {
  return ['refused', 'server-error', 'error-redirect'].includes(outcome.kind);
}

function redirected(
  { exchange, redirectUri }: Attempt,
  { headers, status }: HttpResponse,
): AuthorizeOutcome {
  const location = headerOf(headers, 'location');
  if (location === null || !isUrl(location, exchange.request.url)) return { kind: 'unclear' };
  const to = new URL(location, exchange.request.url);
  // RFC 6749 §4.2.2: of the implicit flow everything stands behind the `#`, errors as well.
  const given = new URLSearchParams(`${to.search.slice(1)}&${to.hash.slice(1)}`);
  return isSame(to, redirectUri) ? sentBack(given) : sentElsewhere(to, given, status);
}

function sentBack(given: URLSearchParams): AuthorizeOutcome {
  const back = { state: given.get('state'), iss: given.get('iss') };
  const error = given.get('error');
  if (error !== null) {
    const said = cut(`${error} ${given.get('error_description') ?? ''}`.trim());
    return { kind: 'error-redirect', error: cut(error), said, back };
  }
  if (given.has('code')) return { kind: 'code', back };
  return given.has('access_token') ? { kind: 'token', back } : { kind: 'bare-redirect' };
}

/** To the server's own sign-in, or to an error page of its own; never to the client. */
function sentElsewhere(to: URL, given: URLSearchParams, status: number): AuthorizeOutcome {
  const error = given.get('error');
  const said = cut([error, given.get('error_description')].filter(Boolean).join(' '));
  if (error !== null) return { kind: 'refused', status, said };
  // A code for the address that is registered, whatever was asked: neither taken nor refused.
  if (given.has('code') && given.has('state')) return { kind: 'unclear' };
  return { kind: ERROR_PATH.test(to.pathname) ? 'unclear' : 'page' };
}

/** Scheme, host and path; parameters are added behind (RFC 6749 §4.1.2). */
function isSame(to: URL, redirectUri: string): boolean {
  if (!isUrl(redirectUri)) return false;
  const asked = new URL(redirectUri);
  return (['protocol', 'host', 'pathname'] as const).every((part) => to[part] === asked[part]);
}

function isErrorPage(attempt: Attempt, { body }: HttpResponse, said: string): boolean {
  const json = jsonAnswer(attempt.exchange);
  if (json !== null) return typeof json.error === 'string';
  return ENTRA.test(body) || ERROR_CODES.test(said) || ERROR_CODES.test(pageText(body));
}

/** The words of a refusal: of its JSON, of Entra's number, else what stands on the page. */
function saidOn({ exchange }: Attempt, { body }: HttpResponse): string {
  const json = jsonAnswer(exchange);
  const told = [json?.error, json?.error_description].filter((one) => typeof one === 'string');
  if (told.length > 0) return cut(told.join(' '));
  const text = pageText(body);
  const entra = ENTRA.exec(body)?.[0];
  return cut(entra === undefined || text.includes(entra) ? text : `${entra} ${text}`);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
