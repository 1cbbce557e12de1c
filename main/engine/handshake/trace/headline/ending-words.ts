import type { NavigationEndingKind } from '../../../model/navigation-ending.ts';
import type { Headline } from './headline.ts';

/** `{at}` is the host at which it ended, `{client}` the client whose sign-in it was. */
type Words = readonly [headline: string, next: string];

/** What a visit comes to for people, when it is the end of the sign-in. */
const WORDS: Readonly<Record<NavigationEndingKind, Words>> = {
  callback: [
    'The sign-in page sends back to {client}, and what it sends cannot be used.',
    'Compare what came back with the request: code, state and iss have to fit.',
  ],
  'error-callback': [
    'The authorization server sends back an error in place of a code.',
    'Read the error at the callback; it names what the authorization server refuses.',
  ],
  'posted-callback': [
    'The sign-in comes back by POST, and {client} accepts a GET only.',
    'Answer the last step with 302 or 303 in place of 307 or 308.',
  ],
  'form-post-callback': [
    'The last page posts a form to {client}, and it accepts a GET only.',
    'Send the code in the query of a 302, also where response_mode is not given.',
  ],
  'framed-callback': [
    'The sign-in comes back in a frame, where {client} never sees it.',
    'Redirect the whole window to the callback, not a frame in it.',
  ],
  'script-callback': [
    'A page with a script sends back to {client}, in place of a redirect.',
    'Answer the last step with a 302 to the redirect URI.',
  ],
  'never-navigated': [
    'The sign-in page never came: the tab stayed on about:blank, and {at} was the last hop.',
    'Look at what {at} answers there; it has to be a page or a redirect.',
  ],
  'no-content': [
    'The sign-in page never came: {at} answers without a page, so the window stays as it was.',
    'Answer with a page or a redirect in place of 204 or 205.',
  ],
  download: [
    'The sign-in page never came: {at} answers with a download.',
    'Send Content-Type: text/html, and no Content-Disposition: attachment.',
  ],
  'empty-page': [
    'The sign-in page at {at} is empty: it loads and shows nothing.',
    'Open the page in a browser and look for scripts that fail, or for a body that was never sent.',
  ],
  'blocked-popup': [
    'The page at {at} waits for a pop-up that the window does not open.',
    'Sign in within the same window, by redirects.',
  ],
  'waits-for-opener': [
    'The page at {at} waits for a window that opened it, and sends nobody back to {client}.',
    'End the sign-in with a redirect to the redirect URI, not with a message to the opener.',
  ],
  'form-action-blocked': [
    'The page at {at} forbids its own way back: form-action does not allow the address.',
    'Add the address of the callback to form-action in the Content-Security-Policy of that page.',
  ],
  'frame-refused': [
    'The page at {at} needs a frame that refuses to be framed.',
    'Sign in without the frame, or let frame-ancestors of the framed page allow this one.',
  ],
  'error-page': [
    'The sign-in ends on an error page of {at}, which does not send back to {client}.',
    'Read what the page says; it names what the authorization server refuses.',
  ],
  'embedded-refused': [
    'The provider at {at} refuses windows that are part of a program.',
    'Trace again in your own browser: its window is no part of a program.',
  ],
  passkey: [
    'The page at {at} asks for a passkey, which this window cannot give.',
    'Trace again in your own browser, or choose another way to sign in.',
  ],
  certificate: [
    'The browser does not accept the certificate of {at}, so there is no page.',
    'Renew or complete the certificate of {at}.',
  ],
  unreachable: [
    'The browser cannot reach {at}, so there is no page.',
    'Check the name, the port and the firewall of {at}.',
  ],
  'page-loop': [
    'The sign-in goes round in circles at {at}, and never comes back to {client}.',
    'Look at why {at} sends back to a page that was already there; often a cookie is not kept.',
  ],
  'other-scheme': [
    'The sign-in leads to another program, not back to {client}.',
    'Let the authorization server redirect to the redirect URI of the request.',
  ],
  crashed: [
    'The sign-in page at {at} crashed in the window.',
    'Trace again; where it crashes twice, try your own browser.',
  ],
  closed: [
    'The window was closed before the sign-in had ended.',
    'Trace again and finish the sign-in to see what comes after it.',
  ],
  waiting: [
    'The sign-in page at {at} waited for somebody to go on, and nobody did in time.',
    'Trace again and finish the sign-in to see what comes after it.',
  ],
};

/**
 * The words for an ending.
 * @param host where it ended, without path
 * @param client as it stands inside a sentence
 */
export function endingWords(kind: NavigationEndingKind, host: string, client: string): Headline {
  const [headline, next] = WORDS[kind].map((words) =>
    words.replaceAll('{at}', host).replaceAll('{client}', client),
  );
  return { headline: headline!, next: next! };
}
