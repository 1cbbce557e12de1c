/** Longest part of a page that is looked through. */
const LIMIT = 64 * 1024;
/** An address ends where its quote, its tag or its line does. */
const END = /["'`<>\\\s]/;

/**
 * The parameters with which a page itself sends the browser back to a client, by a script, a refresh
 * or a link: the step that should be a redirect (AZ-20).
 * @param body of a page
 * @param redirectUri where the client wants to be called back
 * @returns null where the page leads to no code and no error there
 */
export function callbackInPage(body: string, redirectUri: string): URLSearchParams | null {
  if (redirectUri === '') return null;
  const text = body.slice(0, LIMIT).replaceAll('\\/', '/').replaceAll('&amp;', '&');
  for (let at = text.indexOf(redirectUri); at !== -1; at = text.indexOf(redirectUri, at + 1)) {
    const rest = text.slice(at + redirectUri.length, at + redirectUri.length + 4096);
    const end = rest.search(END);
    const given = parametersIn(end === -1 ? rest : rest.slice(0, end));
    if (given.has('code') || given.has('error') || given.has('access_token')) return given;
  }
  return null;
}

function parametersIn(tail: string): URLSearchParams {
  return new URLSearchParams(/^[?#&]/.test(tail) ? tail.slice(1).replaceAll('#', '&') : '');
}
