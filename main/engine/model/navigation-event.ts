import type { Headers } from '../ports.ts';

/** Where in the window something happened: the page itself, or a frame in it. */
export type FrameKind = 'top' | 'child';

/**
 * One thing that happened in a sign-in window, as both forms of it (Electron, installed browser)
 * and the scripted fake emit it. `at` is milliseconds since the window was opened. URLs are whole:
 * what is secret in them is masked when they are recorded (handshake/secret-keeper.ts).
 */
export type NavigationEvent = { readonly at: number } & (
  | {
      /** A request of a document, at the moment before it leaves. */
      readonly kind: 'request';
      readonly url: string;
      readonly method: string;
      readonly frame: FrameKind;
      /** The answer that led here, where this is a hop of a redirect. */
      readonly redirectedBy: { readonly url: string; readonly status: number } | null;
      /** Why the document is asked for: we went there, a link or script, a form. */
      readonly by: 'us' | 'page' | 'form';
    }
  | {
      /** The answer to a request of a document; redirects too. */
      readonly kind: 'response';
      readonly url: string;
      readonly status: number;
      readonly frame: FrameKind;
      /** Only what tells something: content-type, -length, -disposition, CSP, X-Frame-Options, COOP,
       *  Location, Server, Retry-After. Never Set-Cookie. */
      readonly headers: Headers;
    }
  | { readonly kind: 'commit'; readonly url: string; readonly frame: FrameKind }
  | {
      /** The page has loaded and come to rest (no document request for half a second). */
      readonly kind: 'rest';
      readonly url: string;
      /** Nothing to see: no text, no picture, no field, no frame. */
      readonly isEmpty: boolean;
      readonly title: string;
      /** What the page says of itself: known error codes and phrases found in it, at most 400
       *  characters, never what a user typed. Empty where nothing is known. */
      readonly says: string;
      /** What the page could do next. */
      readonly has: PageParts;
    }
  | {
      /** A document request that failed, with Chromium's name of it (net::ERR_…). */
      readonly kind: 'failed';
      readonly url: string;
      readonly error: string;
      readonly frame: FrameKind;
    }
  | { readonly kind: 'download'; readonly url: string; readonly fileName: string }
  /** The page wanted a window of its own and did not get one. */
  | { readonly kind: 'popup'; readonly url: string }
  /** A message of the browser about security, or an error that a script threw. */
  | { readonly kind: 'console'; readonly text: string }
  | { readonly kind: 'certificate'; readonly url: string; readonly error: string }
  /** The page asked for a passkey (navigator.credentials with publicKey). */
  | { readonly kind: 'passkey'; readonly url: string }
  /** The redirect URI was asked for; the request was ended before a byte of it left. */
  | {
      readonly kind: 'callback';
      readonly url: string;
      readonly method: string;
      readonly frame: FrameKind;
      /** The form that a POST carried, or null. */
      readonly body: string | null;
      readonly by: 'redirect' | 'page' | 'form';
      /** The status that redirected here, where one did. */
      readonly status: number | null;
    }
  /** Where a custom scheme was asked for that is not the redirect URI (claude://, cursor://). */
  | { readonly kind: 'scheme'; readonly url: string }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'closed'; readonly by: 'user' | 'us' }
  /** Nothing has happened for so long; the orchestrator's clock says it, no window does. */
  | { readonly kind: 'quiet'; readonly forMs: number }
);

export interface PageParts {
  readonly password: boolean;
  readonly form: boolean;
  readonly button: boolean;
  readonly frame: boolean;
}
