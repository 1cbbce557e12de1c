/** Visits of a sign-in window and what each is called. */
import type { NavigationEndingKind } from '../../../model/navigation-ending.ts';
import {
  AUTHORIZE_URL,
  BEGIN,
  callback,
  closed,
  commit,
  CONSENT,
  failed,
  hop,
  LOGIN,
  LOGIN_URL,
  message,
  NO_PARTS,
  page,
  quiet,
  REDIRECT_URI,
  request,
  response,
  rest,
  type Happening,
} from '../../../testing/navigation-of.ts';

/** What a callback carries when all is well. */
export const CODE = '?code=[code 1]&state=[state 1]';
export const APPROVE = 'https://auth.example.com/approve';
export const FORM_ACTION = `Sending form data to '${APPROVE}' violates the following Content Security Policy directive: "form-action 'self'". The request has been blocked.`;

/** What happens, how it ends, and what is said of it; decided with its last event. */
export type EndingRow = readonly [
  name: string,
  kind: NavigationEndingKind,
  happenings: readonly Happening[],
  says: RegExp,
];

export const pressed = (url: string, parts: Parameters<typeof request>[1] = {}): Happening =>
  request(url, { method: 'POST', by: 'form', ...parts });

export const ENDINGS: readonly EndingRow[] = [
  [
    'a redirect with a code',
    'callback',
    [...LOGIN, 3_000, pressed(LOGIN_URL), response(LOGIN_URL, 302), callback(CODE)],
    /with a code/,
  ],
  ['a redirect without code', 'callback', [...BEGIN, callback('?state=x')], /no code/],
  [
    'an error redirect',
    'error-callback',
    [...BEGIN, callback('?error=access_denied')],
    /error in place of a code/,
  ],
  [
    'an error in the fragment',
    'error-callback',
    [...BEGIN, callback('#error=invalid_scope')],
    /error in place/,
  ],
  [
    '307 after consent',
    'posted-callback',
    [
      ...CONSENT,
      pressed(APPROVE),
      response(APPROVE, 307),
      callback(CODE, { method: 'POST', status: 307 }),
    ],
    /by POST.*307.*302 or 303/,
  ],
  [
    '308 after consent',
    'posted-callback',
    [...CONSENT, pressed(APPROVE), callback(CODE, { method: 'POST', status: 308 })],
    /308/,
  ],
  [
    'a form of its own',
    'form-post-callback',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL),
      callback('', { method: 'POST', by: 'form', status: null, body: 'code=%5Bcode+1%5D' }),
    ],
    /form_post/,
  ],
  [
    'a callback in a frame',
    'framed-callback',
    [...LOGIN, callback(CODE, { frame: 'child' })],
    /in a frame/,
  ],
  [
    'a script that goes there',
    'script-callback',
    [...BEGIN, ...page(AUTHORIZE_URL), callback(CODE, { by: 'page', status: null })],
    /script of its last page/,
  ],
  [
    'a form with GET',
    'script-callback',
    [...BEGIN, ...page(AUTHORIZE_URL), callback(CODE, { by: 'form', status: null })],
    /form of its last page/,
  ],
  ['nothing at all', 'never-navigated', [quiet(2_000)], /No page was asked for/],
  [
    'a request that is never answered',
    'never-navigated',
    [...BEGIN, quiet(20_000)],
    /never answered/,
  ],
  [
    'an aborted request',
    'never-navigated',
    [...BEGIN, failed(AUTHORIZE_URL), quiet(2_000)],
    /about:blank/,
  ],
  ['a window that somebody closed at once', 'never-navigated', [...BEGIN, closed()], /about:blank/],
  [
    '204 at once',
    'no-content',
    [...BEGIN, response(AUTHORIZE_URL, 204)],
    /answers 204.*about:blank/,
  ],
  [
    '205 after consent',
    'no-content',
    [...CONSENT, pressed(APPROVE), response(APPROVE, 205), failed(APPROVE), quiet(5_000)],
    /answers 205.*stays on/,
  ],
  [
    'a download',
    'download',
    [
      ...BEGIN,
      response(AUTHORIZE_URL, 200, [['Content-Disposition', 'attachment; filename=a.html']]),
      { kind: 'download', url: AUTHORIZE_URL, fileName: 'a.html' },
    ],
    /“a.html”.*about:blank/,
  ],
  [
    'a download that only failed',
    'download',
    [
      ...BEGIN,
      response(AUTHORIZE_URL, 200, [['content-type', 'application/octet-stream']]),
      failed(AUTHORIZE_URL),
    ],
    /file to download/,
  ],
  [
    'a download that the window only refused',
    'download',
    [...BEGIN, response(AUTHORIZE_URL, 200, [['content-disposition', 'attachment']]), quiet(2_000)],
    /file to download/,
  ],
  [
    'a passkey on a password page that somebody closed',
    'passkey',
    [...LOGIN, { kind: 'passkey', url: LOGIN_URL }, quiet(20_000), closed()],
    /passkey/,
  ],
  [
    'an empty page',
    'empty-page',
    [...BEGIN, ...page(AUTHORIZE_URL, { isEmpty: true }), quiet(2_000)],
    /answers 200.*shows nothing/,
  ],
  [
    'an empty page whose script failed',
    'empty-page',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { isEmpty: true }),
      message('TypeError: x is not a function'),
      quiet(2_000),
    ],
    /A script of it failed: “TypeError: x is not a function”/,
  ],
  [
    'form-action in the way of a redirect that was seen',
    'form-action-blocked',
    [
      ...CONSENT,
      pressed(APPROVE),
      response(APPROVE, 302, [['location', `${REDIRECT_URI}${CODE}`]]),
      failed(APPROVE),
      message(FORM_ACTION),
    ],
    /forbids 302 to https:\/\/claude\.ai\/api\/mcp\/auth_callback by/,
  ],
  [
    'a redirect without a target',
    'empty-page',
    [...BEGIN, ...page(AUTHORIZE_URL, { isEmpty: true, status: 302 }), quiet(2_000)],
    /without a Location/,
  ],
  [
    'a page that goes to about:blank',
    'empty-page',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL),
      commit('about:blank'),
      rest('about:blank', { isEmpty: true }),
      quiet(2_000),
    ],
    /about:blank/,
  ],
  [
    'a pop-up',
    'blocked-popup',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { has: { ...NO_PARTS, button: true } }),
      { kind: 'popup', url: 'https://idp.example.com/x?y=1' },
      quiet(5_000),
    ],
    /idp.example.com\/x, did not get one/,
  ],
  [
    'a pop-up of an empty page',
    'blocked-popup',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { isEmpty: true }),
      { kind: 'popup', url: 'about:blank' },
      quiet(2_000),
    ],
    /wanted a window/,
  ],
  [
    'a script that looks for its opener',
    'waits-for-opener',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL),
      message("Uncaught TypeError: Cannot read properties of null (reading 'postMessage')"),
      quiet(2_000),
    ],
    /opened it/,
  ],
  [
    'a page that says it can be closed',
    'waits-for-opener',
    [...BEGIN, ...page(AUTHORIZE_URL, { says: 'you can close this' }), quiet(2_000)],
    /can be closed/,
  ],
  [
    'a page cut off from its opener',
    'waits-for-opener',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { headers: [['Cross-Origin-Opener-Policy', 'same-origin']] }),
      quiet(30_000),
    ],
    /may wait/,
  ],
  [
    'form-action',
    'form-action-blocked',
    [...CONSENT, pressed(APPROVE), response(APPROVE, 302), message(FORM_ACTION)],
    /form-action does not allow that/,
  ],
  [
    'form-action by its name in Chromium',
    'form-action-blocked',
    [...CONSENT, pressed(APPROVE), failed(APPROVE, 'net::ERR_BLOCKED_BY_CSP')],
    /policy of the page/,
  ],
  [
    'a frame that refuses',
    'frame-refused',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { has: { ...NO_PARTS, frame: true } }),
      {
        kind: 'failed',
        url: 'https://idp.example.com/f',
        error: 'net::ERR_BLOCKED_BY_RESPONSE',
        frame: 'child',
      },
      quiet(2_000),
    ],
    /idp.example.com\/f refuses to be shown in a frame/,
  ],
  [
    'a frame that the console tells of',
    'frame-refused',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL),
      message(
        "Refused to display 'https://a.example/' in a frame because it set 'X-Frame-Options' to 'deny'.",
      ),
      quiet(2_000),
    ],
    /X-Frame-Options/,
  ],
  [
    'an error page with a status',
    'error-page',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { status: 400, says: 'invalid_client', title: 'Oops' }),
      quiet(2_000),
    ],
    /answers 400.*“invalid_client”/,
  ],
  [
    'an error page with a link home',
    'error-page',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { says: 'AADSTS50011', has: { ...NO_PARTS, button: true } }),
      quiet(5_000),
    ],
    /shows an error.*AADSTS50011/,
  ],
  [
    'an error without a body',
    'error-page',
    [
      ...BEGIN,
      response(AUTHORIZE_URL, 500),
      failed(AUTHORIZE_URL, 'net::ERR_HTTP_RESPONSE_CODE_FAILURE'),
    ],
    /answers 500/,
  ],
  [
    'an empty page with a status',
    'error-page',
    [...BEGIN, ...page(AUTHORIZE_URL, { status: 502, isEmpty: true }), quiet(2_000)],
    /answers 502/,
  ],
  [
    'an embedded refusal',
    'embedded-refused',
    [
      ...BEGIN,
      ...page(LOGIN_URL, {
        says: 'this browser or app may not be secure',
        has: { ...NO_PARTS, button: true },
      }),
    ],
    /part of a program/,
  ],
  [
    'a page for other browsers',
    'embedded-refused',
    [...BEGIN, ...page(LOGIN_URL, { says: 'unsupported browser' }), quiet(2_000)],
    /part of a program/,
  ],
  [
    'a passkey',
    'passkey',
    [...BEGIN, ...page(LOGIN_URL), { kind: 'passkey', url: LOGIN_URL }, quiet(2_000)],
    /passkey/,
  ],
  [
    'a passkey beside a button',
    'passkey',
    [
      ...BEGIN,
      ...page(LOGIN_URL, { has: { ...NO_PARTS, button: true } }),
      { kind: 'passkey', url: LOGIN_URL },
      quiet(10_000),
    ],
    /passkey/,
  ],
  [
    'a certificate',
    'certificate',
    [...BEGIN, { kind: 'certificate', url: AUTHORIZE_URL, error: 'net::ERR_CERT_DATE_INVALID' }],
    /auth.example.com \(net::ERR_CERT_DATE_INVALID\)/,
  ],
  [
    'a certificate that only failed',
    'certificate',
    [...BEGIN, failed(AUTHORIZE_URL, 'net::ERR_CERT_AUTHORITY_INVALID')],
    /TLS/,
  ],
  [
    'a name that does not resolve',
    'unreachable',
    [
      ...BEGIN,
      ...hop(AUTHORIZE_URL, 'https://nowhere.example/x'),
      failed('https://nowhere.example/x', 'net::ERR_NAME_NOT_RESOLVED'),
    ],
    /nowhere.example does not resolve/,
  ],
  [
    'the callback that nobody listens at',
    'unreachable',
    [...BEGIN, failed(REDIRECT_URI, 'net::ERR_CONNECTION_REFUSED')],
    /waits to be called back/,
  ],
  [
    'redirects in circles',
    'page-loop',
    [
      ...BEGIN,
      ...[1, 2].flatMap(() => [...hop(AUTHORIZE_URL, LOGIN_URL), ...hop(LOGIN_URL, AUTHORIZE_URL)]),
    ],
    /same 2 addresses/,
  ],
  [
    'too many redirects',
    'page-loop',
    [...BEGIN, failed(AUTHORIZE_URL, 'net::ERR_TOO_MANY_REDIRECTS')],
    /20 redirects/,
  ],
  [
    'another program',
    'other-scheme',
    [...BEGIN, { kind: 'scheme', url: 'cursor://anysphere.cursor-mcp/oauth/callback?code=x' }],
    /cursor:\/\/anysphere.cursor-mcp\/oauth\/callback, which/,
  ],
  ['a crash', 'crashed', [...LOGIN, { kind: 'crashed' }], /crashed/],
  ['a user who gives up', 'closed', [...LOGIN, closed()], /by hand.*“Sign in”/],
  ['a user who is slow', 'waiting', [...LOGIN, quiet(120_000)], /“Sign in”.*nobody went on/],
  ['a window that we closed', 'waiting', [...LOGIN, closed('us')], /nobody went on/],
];
