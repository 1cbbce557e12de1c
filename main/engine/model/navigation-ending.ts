/**
 * How a visit to a sign-in page ended, told by the navigation trace (handshake/trace) from the events
 * of the window alone. Each kind is one row of what a blank page can hide.
 */
export type NavigationEnding = {
  readonly kind: NavigationEndingKind;
  /** The hop at which it ended: an address without its query. */
  readonly at: string | null;
  /** A sentence for people, with what was seen. */
  readonly says: string;
  /** Indexes of the events that show it. */
  readonly events: readonly number[];
};

export const NAVIGATION_ENDINGS = [
  /** The redirect URI was asked for, by GET, with a code. */
  'callback',
  /** It came back with an error (RFC 6749 §4.1.2.1). */
  'error-callback',
  /** It came back by POST after 307 or 308 (F63). */
  'posted-callback',
  /** It came back by a form of its own (response_mode=form_post). */
  'form-post-callback',
  /** It came back in a frame. */
  'framed-callback',
  /** A script sent the browser back, not a redirect (AZ-20). */
  'script-callback',
  /** Nothing was ever committed: the tab stays on about:blank. */
  'never-navigated',
  /** 204 or 205 in place of a page. */
  'no-content',
  /** A download in place of a page. */
  'download',
  /** A page was committed and shows nothing. */
  'empty-page',
  /** The page opened a window of its own and waits for it. */
  'blocked-popup',
  /** The page waits for the window that opened it, and nobody did. */
  'waits-for-opener',
  /** The policy of the page forbids the way back (form-action). */
  'form-action-blocked',
  /** A frame on the way refuses to be framed (X-Frame-Options, frame-ancestors). */
  'frame-refused',
  /** The provider shows an error and does not send back. */
  'error-page',
  /** The provider refuses embedded browsers. */
  'embedded-refused',
  /** The page asks for a passkey, which cannot be given here. */
  'passkey',
  /** The certificate is not accepted. */
  'certificate',
  /** The name does not resolve, nobody answers, the connection breaks. */
  'unreachable',
  /** The same pages again and again. */
  'page-loop',
  /** The page leads to a program (a custom scheme) that is not the client. */
  'other-scheme',
  'crashed',
  /** The user closed the window. */
  'closed',
  /** The page waits for the user, who did not finish in time. */
  'waiting',
] as const;
export type NavigationEndingKind = (typeof NAVIGATION_ENDINGS)[number];
