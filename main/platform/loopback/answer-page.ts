/**
 * What the browser shows after the callback: plain text, so that there is nothing to run in it, and
 * neutral, because whether the sign-in went well is decided only afterwards.
 */
export const ANSWER_PAGE = `Unblank has the answer that it waited for.

Close this page and go back to Unblank: it says there how the sign-in went.
`;

/** SECURITY: C8. Nothing is kept, nothing runs, and the address with the code goes nowhere. */
export const ANSWER_HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const;
