import type { CallbackBy } from './auth-changes.ts';
import type { Reply } from './message.ts';
import { escaped, inScript, pageWith } from './page.ts';
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
  const byRedirect = callback.afterForm ? 303 : 302;
  const { callbackBy = byRedirect } = setup.auth;
  if (typeof callbackBy === 'number') return redirect(url, callbackBy);
  // Only a code is posted: an error is known before there is anybody to ask.
  if (callbackBy === 'form-post' && 'error' in result) return redirect(url, byRedirect);
  return BY_PAGE[callbackBy](setup, url);
}

/** The address at which a client is answered. */
export function addressOf(setup: Setup, callback: Callback, result: Result): string {
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
  if (auth.stateComesBack === 'lost') return {};
  if (auth.stateComesBack === 'cut') return { state: state.slice(0, CUT) };
  return { state: auth.stateComesBack === 'encoded-again' ? encodeURIComponent(state) : state };
}

function issuerFor({ auth, issuer }: Setup, isError: boolean): Result {
  const iss = auth.iss === undefined ? issuer : auth.iss;
  return iss === null || (isError && auth.errorsWithoutIss === true) ? {} : { iss };
}

/** Ways back that take a page. */
const BY_PAGE: Readonly<Record<Exclude<CallbackBy, number>, (setup: Setup, url: string) => Reply>> =
  {
    script: (setup, url) =>
      pageWith(setup, 'Signed in', `<script>location.replace(${inScript(url)})</script>`),
    'form-post': formPost,
    frame: (setup, url) =>
      pageWith(setup, 'Signed in', `<iframe src="${escaped(url)}" title="The client"></iframe>`),
  };

/** OAuth 2.0 Form Post Response Mode §2, though no client asked for it. */
function formPost(setup: Setup, url: string): Reply {
  const { origin, pathname, protocol, searchParams } = new URL(url);
  const action = origin === 'null' ? `${protocol}${pathname}` : origin + pathname;
  const fields = [...searchParams].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const form = `<form method="post" action="${escaped(action)}">${fields.join('')}</form>`;
  return pageWith(setup, 'Signed in', `${form}<script>document.forms[0].submit()</script>`);
}
