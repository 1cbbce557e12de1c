/** What happens in a sign-in window, as literals, in the orders in which Chromium tells of it. */
import type { NavigationEvent, PageParts } from '../model/navigation-event.ts';
import type { Headers } from '../ports.ts';

type WithoutTime<E> = E extends unknown ? Omit<E, 'at'> : never;
/** An event without its time; or how long nothing happens before the next, in milliseconds. */
export type Happening = WithoutTime<NavigationEvent> | number;

export const REDIRECT_URI = 'https://claude.ai/api/mcp/auth_callback';
export const AUTHORIZE_URL =
  'https://auth.example.com/authorize?response_type=code&client_id=c1&state=%5Bstate%201%5D';
export const OPTIONS = { redirectUri: REDIRECT_URI, authorizeUrl: AUTHORIZE_URL };
export const LOGIN_URL = 'https://auth.example.com/login';

/** Events 20 ms apart, and more where a number stands between them. */
export function navigationOf(...happenings: readonly Happening[]): readonly NavigationEvent[] {
  let at = 0;
  const events: NavigationEvent[] = [];
  for (const one of happenings) {
    at += typeof one === 'number' ? one : 20;
    if (typeof one !== 'number') events.push({ ...one, at });
  }
  return events;
}

type Kind = NavigationEvent['kind'];
type Parts<K extends Kind> = Partial<Omit<Extract<NavigationEvent, { kind: K }>, 'at' | 'kind'>>;

export const request = (url: string, parts: Parts<'request'> = {}): Happening => ({
  kind: 'request',
  url,
  method: 'GET',
  frame: 'top',
  redirectedBy: null,
  by: 'us',
  ...parts,
});

export const response = (url: string, status = 200, headers: Headers = []): Happening => ({
  kind: 'response',
  url,
  status,
  frame: 'top',
  headers,
});

export const commit = (url: string): Happening => ({ kind: 'commit', url, frame: 'top' });

export const NO_PARTS: PageParts = { password: false, form: false, button: false, frame: false };
export const LOGIN_PARTS: PageParts = { password: true, form: true, button: true, frame: false };

export const rest = (url: string, parts: Parts<'rest'> = {}): Happening => ({
  kind: 'rest',
  url,
  isEmpty: false,
  title: '',
  says: '',
  has: NO_PARTS,
  ...parts,
});

export const failed = (url: string, error = 'net::ERR_ABORTED'): Happening => ({
  kind: 'failed',
  url,
  error,
  frame: 'top',
});

export const callback = (query: string, parts: Parts<'callback'> = {}): Happening => ({
  kind: 'callback',
  url: `${REDIRECT_URI}${query}`,
  method: 'GET',
  frame: 'top',
  body: null,
  by: 'redirect',
  status: 302,
  ...parts,
});

export const quiet = (forMs: number): Happening => ({ kind: 'quiet', forMs });
export const message = (text: string): Happening => ({ kind: 'console', text });
export const closed = (by: 'user' | 'us' = 'user'): Happening => ({ kind: 'closed', by });

/** We go to the authorization endpoint. */
export const BEGIN: readonly Happening[] = [request(AUTHORIZE_URL)];

/** A page that is asked for, answered, committed and at rest. */
export function page(
  url: string,
  parts: Parts<'rest'> & { readonly status?: number; readonly headers?: Headers } = {},
): readonly Happening[] {
  const { status = 200, headers = [['Content-Type', 'text/html']], ...look } = parts;
  return [response(url, status, headers), commit(url), 500, rest(url, look)];
}

/** A redirect, and the request to which it leads. */
export function hop(from: string, to: string, status = 302): readonly Happening[] {
  return [
    response(from, status, [['Location', to]]),
    request(to, { redirectedBy: { url: from, status }, by: 'us' }),
  ];
}

/** A sign-in page with a password field. */
export const LOGIN: readonly Happening[] = [
  ...BEGIN,
  ...hop(AUTHORIZE_URL, LOGIN_URL),
  ...page(LOGIN_URL, { title: 'Sign in', has: LOGIN_PARTS }),
];

/** A consent page with a form, and that its button was pressed after a while. */
export const CONSENT: readonly Happening[] = [
  ...BEGIN,
  ...page(AUTHORIZE_URL, {
    title: 'Allow access',
    has: { ...NO_PARTS, form: true, button: true },
  }),
  3_000,
];
