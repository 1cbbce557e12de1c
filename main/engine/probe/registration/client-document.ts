import { isUrl } from '../../../contract/is-url.ts';
import { statusOf } from '../../clients/replay/replay.ts';
import type { AuthorizeAttempt, RegistrationEvidence } from '../../model/registration-evidence.ts';
import { bodyOf } from './body-of.ts';
import { headerOf } from '../header.ts';
import { localityOf } from '../../safety/url-locality.ts';

/** What a sign-in page made of a client id: it goes on to sign in, refuses, or cannot be told. */
export interface SignInAnswer {
  readonly state: 'goes on' | 'refused' | 'unclear';
  /** What it said: of the redirect or the page, for looking a word up in it. */
  readonly said: string;
}

/** An error page that comes with 200 says so; a sign-in page asks for something. */
const ERROR_PAGE = /invalid|error|unknown client|not (?:found|registered|allowed)|denied/i;
const ASKS = /<form|type=["']?password|sign in|log in/i;

/**
 * Reads the answer to an authorization request, as far as whether the client id was taken.
 * @see RFC 6749 §4.1.2.1; CI-02 to CI-13
 */
export function signInAnswer({ exchange }: Pick<AuthorizeAttempt, 'exchange'>): SignInAnswer {
  const status = statusOf(exchange);
  const said = bodyOf(exchange);
  if (status === null) return { state: 'unclear', said };
  if (status >= 300 && status < 400) return redirected(exchange);
  if (status >= 400)
    return { state: status === 401 && ASKS.test(said) ? 'goes on' : 'refused', said };
  return { state: !ERROR_PAGE.test(said) || ASKS.test(said) ? 'goes on' : 'unclear', said };
}

function redirected({ outcome, request }: AuthorizeAttempt['exchange']): SignInAnswer {
  const to = outcome.kind === 'response' ? headerOf(outcome.response.headers, 'location') : null;
  if (to === null || !isUrl(to, request.url)) return { state: 'unclear', said: to ?? '' };
  const { searchParams, hash, pathname } = new URL(to, request.url);
  const error = searchParams.get('error') ?? new URLSearchParams(hash.slice(1)).get('error');
  if (error === null) return { state: /error/i.test(pathname) ? 'unclear' : 'goes on', said: to };
  return { state: 'refused', said: `${error} ${searchParams.get('error_description') ?? ''}` };
}

/**
 * Does the server look at the client before it shows its sign-in page? Where it takes a client that
 * nobody registered, an answer tells nothing about client ids.
 */
export function looksAtClients({ authorize }: Pick<RegistrationEvidence, 'authorize'>): boolean {
  const unknown = authorize.find((one) => one.variant === 'unknown client');
  return unknown === undefined || signInAnswer(unknown).state === 'refused';
}

/** What is odd about a client id that was made to be refused. */
export type Oddity = 'malformed' | 'private address' | 'other id' | 'no client document';

/**
 * Sorts a client id by what is odd about it, as its spelling tells. Worth trying are: a real document
 * with `http:` or a fragment; the same with a query (another id than the document says); an address
 * such as https://127.0.0.1/client.json; and the server's own metadata, which is no client document.
 * @param documents client-id documents of real clients, whose addresses with a query added name
 *   another id than the document behind them
 * @see CI-03, CI-05, CI-07, CI-10; the CIMD draft §2
 */
export function oddityOf(clientId: string, documents: readonly string[]): Oddity {
  if (!isUrl(clientId)) return 'malformed';
  const url = new URL(clientId);
  if (isMalformed(clientId, url)) return 'malformed';
  if (localityOf(url.hostname) !== 'public') return 'private address';
  return documents.includes(`${url.origin}${url.pathname}`) ? 'other id' : 'no client document';
}

function isMalformed(clientId: string, url: URL): boolean {
  const dots = /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(clientId.replace(/[?#].*$/, ''));
  const parts = [url.hash, url.username, url.password].some((one) => one !== '');
  return url.protocol !== 'https:' || url.pathname === '/' || parts || dots;
}

const UNKNOWN =
  /invalid_client|(?:unknown|invalid|unrecogni[sz]ed|unregistered) client|client(?:[ _]id)?.{0,40}(?:not (?:found|known|registered)|unknown|does not exist)/i;

/** Does the sign-in page say that it does not know the client (F50)? */
export function isUnknownClient(attempt: Pick<AuthorizeAttempt, 'exchange'>): boolean {
  const { state, said } = signInAnswer(attempt);
  return state === 'refused' && UNKNOWN.test(said) && !isAboutRedirect(attempt);
}

/** Is it the redirect that the sign-in page refuses, so that the client itself was known? */
export function isAboutRedirect(attempt: Pick<AuthorizeAttempt, 'exchange'>): boolean {
  const { state, said } = signInAnswer(attempt);
  return state === 'refused' && /redirect/i.test(said);
}
