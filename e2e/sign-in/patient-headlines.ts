import type { PageEnding, Patient } from '../../main/hospital/patient.ts';

/** What the headline has to name, by how the page ended; a callback is told by its code. */
const BY_PAGE: Readonly<Record<Exclude<PageEnding, 'callback'>, RegExp>> = {
  'error-callback': /sends back the error (?:access_denied|invalid_scope) /,
  'posted-callback': /comes back by POST/,
  'form-post-callback': /posts a form/,
  'framed-callback': /comes back in a frame/,
  'script-callback': /with a script/,
  'never-navigated': /never came: the tab stayed on about:blank, and \S+ was the last hop/,
  'no-content': /answers without a page/,
  download: /answers with a download/,
  'empty-page': /is empty/,
  'blocked-popup': /waits for a pop-up/,
  'waits-for-opener': /waits for a window that opened it/,
  'form-action-blocked': /form-action/,
  'frame-refused': /refuses to be framed/,
  'error-page': /error page of /,
  'embedded-refused': /refuses windows that are part of a program/,
  passkey: /asks for a passkey/,
  certificate: /does not accept the certificate of /,
  unreachable: /cannot reach /,
  'page-loop': /round in circles/,
  'other-scheme': /leads to another program/,
};

/** By the code that the sign-in fails with, where it came back. */
const BY_CODE: Readonly<Record<string, RegExp>> = {
  F32: /another issuer|without iss/,
  F50: /does not know/,
  F67: /state/,
  F81: /token endpoint answers \d{3}|does not know any more|is not known/,
  F82: /token answer|no access token/,
  F83: /answers 401 to the token/,
  F87: /more scope|403/,
  F91: /token expires before/,
};

/** What the headline of a patient has to name. */
export function headlineOf({ ends, expects }: Patient): RegExp {
  if (ends?.outcome === 'signed-in') return /^Signed in as Claude Code: token, tool list/;
  const { page = 'callback' } = ends ?? {};
  return page === 'callback' ? BY_CODE[expects[0] ?? '']! : BY_PAGE[page];
}
