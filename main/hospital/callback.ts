import type { Reply } from './message.ts';
import { pageWith } from './page.ts';
import { redirect } from './reply.ts';
import type { Setup } from './setup.ts';

/** Where an authorization request is answered. */
export interface Callback {
  readonly redirectUri: string;
  readonly state: string | null;
  /** The redirect answers a form, not a link. */
  readonly afterForm: boolean;
}

type Result = Readonly<Record<string, string>>;

/** A state that is cut keeps so many characters. */
const CUT = 16;

/**
 * Sends the browser back to the client with `state` as it was and `iss` (OAuth 2.1 §4.1.2, RFC 9207
 * §2). After a form with 303, so that the browser does not post the form again (RFC 9700 §4.12).
 */
export function goBack(setup: Setup, callback: Callback, result: Result): Reply {
  const url = addressOf(setup, callback, result);
  const { callbackBy } = setup.auth;
  if (callbackBy === 'script') return byScript(setup, url);
  return redirect(url, callbackBy ?? (callback.afterForm ? 303 : 302));
}

function addressOf(setup: Setup, callback: Callback, result: Result): string {
  const { redirectUri, state } = callback;
  const all = { ...result, ...stateFor(setup, state), ...issuerFor(setup, 'error' in result) };
  const url = new URL(redirectUri);
  // RFC 6749 §4.2.2: a token stands behind `#`, a code behind `?`.
  if ('access_token' in result) url.hash = new URLSearchParams(all).toString();
  else for (const [key, value] of Object.entries(all)) url.searchParams.set(key, value);
  return url.href;
}

function stateFor({ auth }: Setup, state: string | null): Result {
  if (state === null) return {};
  if (auth.stateComesBack === 'cut') return { state: state.slice(0, CUT) };
  return { state: auth.stateComesBack === 'encoded-again' ? encodeURIComponent(state) : state };
}

function issuerFor({ auth, issuer }: Setup, isError: boolean): Result {
  const iss = auth.iss === undefined ? issuer : auth.iss;
  return iss === null || (isError && auth.errorsWithoutIss === true) ? {} : { iss };
}

/** The text is safe inside a script: nothing in it ends the element. */
function byScript(setup: Setup, url: string): Reply {
  const text = JSON.stringify(url).replaceAll('<', '\\u003c');
  return pageWith(setup, 'Signed in', `<script>location.replace(${text})</script>`);
}
