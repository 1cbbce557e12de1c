import type { NavigationEvent } from '../model/navigation-event.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../sign-in-ports.ts';
import type { ContractCase } from './contract-case.ts';

/** A way with a site to sign in at; what its paths do is told by SIGN_IN_SITE. */
export interface SignInRig {
  readonly way: SignInWay;
  /** Of the site. */
  readonly origin: string;
  /** Loopback address with a listener that counts. */
  readonly redirectUri: string;
  /** Connections that the listener of the redirect URI got. */
  readonly connections: () => number;
  /** Method and path of every document that the site was asked for. */
  readonly arrived: () => readonly string[];
}

/** The paths of the site; RU is the redirect URI. */
export const SIGN_IN_SITE = {
  '/to-callback': '302 to RU?code=c1&state=s1',
  '/neighbour': '302 to RU with one more character in its path',
  '/post-307': 'a form that posts itself to /moved-307, which answers 307 to RU',
  '/form-post': 'a form that posts itself to RU with code=c1',
  '/framed': 'a page with a frame of /to-callback',
  '/scripted': 'a script that goes to RU?code=c1',
  '/fetched': 'a script that fetches RU?code=c1',
  '/nothing': '204',
  '/download': 'an attachment a.txt',
  '/popup': 'text, and a script that opens /opened-by-popup',
  '/form-action': "form-action 'self', and a form that posts itself to /to-callback",
  '/frame-refused': 'a frame of /denied, which has X-Frame-Options: DENY',
  '/empty': '200 without a body',
  '/error-page': '“Error 400: redirect_uri_mismatch”, status 400',
  '/sign-in': 'a password field and a button',
  '/broken-script': 'a script that throws “broken on purpose”',
  '/passkey': 'a script that asks for a passkey',
  '/program': 'a script that goes to claude://callback?code=c1',
  '/cookie': 'sets a cookie; its title is the cookies that came',
  '/storage': 'sets localStorage; its title is what was there before',
  '/permission': 'its title is the state of the permission geolocation',
  '/for-ever': 'a page that goes to itself, again and again',
} as const;
export type SignInSitePath = keyof typeof SIGN_IN_SITE;

/** What every isolated way does. */
export const SIGN_IN_WAY_CONTRACT: readonly ContractCase<SignInRig>[] = [
  caught(
    'D3: a redirect to the redirect URI is caught, and no connection is made',
    '/to-callback',
    {
      method: 'GET',
      by: 'redirect',
      status: 302,
      frame: 'top',
      body: null,
      query: '?code=c1&state=s1',
    },
  ),
  caught('a 307 that turned the callback into a POST is caught with its form', '/post-307', {
    method: 'POST',
    by: 'redirect',
    status: 307,
    frame: 'top',
    body: 'a=b',
    query: '?code=c1',
  }),
  caught('a form that posts itself to the redirect URI is caught with its form', '/form-post', {
    method: 'POST',
    by: 'form',
    status: null,
    frame: 'top',
    body: 'code=c1',
    query: '',
  }),
  caught('D3: a callback in a frame is caught', '/framed', {
    method: 'GET',
    by: 'redirect',
    status: 302,
    frame: 'child',
    body: null,
    query: '?code=c1&state=s1',
  }),
  caught('a script that goes to the redirect URI is caught', '/scripted', {
    method: 'GET',
    by: 'page',
    status: null,
    frame: 'top',
    body: null,
    query: '?code=c1',
  }),
  caught('D3: a script that fetches the redirect URI does not reach it', '/fetched', {
    method: 'GET',
    by: 'page',
    status: null,
    frame: 'top',
    body: null,
    query: '?code=c1',
  }),
  {
    name: 'D3: a neighbour of the redirect URI is a page like any other',
    observe: async (rig) => {
      const events = await visit(rig, '/neighbour', (event) => event.kind === 'commit');
      return [kinds(events).includes('callback'), rig.connections() > 0];
    },
    expected: [false, true],
  },
  {
    name: 'every step on the way is told, in its order',
    observe: async (rig) => kinds(await visit(rig, '/to-callback', isKind('callback'))),
    expected: ['request', 'response', 'callback', 'closed'],
  },
  {
    name: 'a page that shows something comes to rest with what it could do next',
    observe: async (rig) => {
      const rest = await seen(rig, '/sign-in', 'rest');
      return [rest.isEmpty, rest.has, rest.says];
    },
    expected: [false, { password: true, form: true, button: true, frame: false }, ''],
  },
  {
    name: 'a page without anything comes to rest empty',
    observe: async (rig) => (await seen(rig, '/empty', 'rest')).isEmpty,
    expected: true,
  },
  {
    name: 'an error page comes to rest with the code it shows, and no more of its text',
    observe: async (rig) => {
      const events = await visit(rig, '/error-page', isKind('rest'));
      const [response, rest] = [find(events, 'response'), find(events, 'rest')];
      return [response?.status, rest?.says];
    },
    expected: [400, 'redirect_uri_mismatch'],
  },
  {
    name: '204 is an answer without a page',
    observe: async (rig) => {
      const events = await visit(rig, '/nothing', isKind('response'));
      return [find(events, 'response')?.status, kinds(events).includes('commit')];
    },
    expected: [204, false],
  },
  {
    name: 'D2: a download is told and not kept',
    observe: async (rig) => (await seen(rig, '/download', 'download')).fileName,
    expected: 'a.txt',
  },
  {
    name: 'C2: a window that a page opens is told and asks for nothing',
    observe: async (rig) => {
      const events = await visit(rig, '/popup', isKind('rest'));
      const { pathname } = new URL(find(events, 'popup')?.url ?? 'http://none.invalid/');
      return [pathname, rig.arrived().filter((one) => one.includes('opened-by-popup'))];
    },
    expected: ['/opened-by-popup', []],
  },
  {
    name: 'a policy that forbids the way back is told with the message of the browser',
    observe: async (rig) => {
      const named = (event: NavigationEvent) =>
        event.kind === 'console' && event.text.includes('form-action');
      return kinds(await visit(rig, '/form-action', named)).includes('callback');
    },
    expected: false,
  },
  {
    name: 'a frame that refuses to be framed fails with the name of it',
    observe: async (rig) => {
      const { error, frame } = await seen(rig, '/frame-refused', 'failed');
      return [error, frame];
    },
    expected: ['net::ERR_BLOCKED_BY_RESPONSE', 'child'],
  },
  {
    name: 'an error that a script throws is told',
    observe: async (rig) =>
      (await seen(rig, '/broken-script', 'console')).text.includes('broken on purpose'),
    expected: true,
  },
  {
    name: 'D4: a page that asks for a passkey is told',
    observe: async (rig) => new URL((await seen(rig, '/passkey', 'passkey')).url).pathname,
    expected: '/passkey',
  },
  {
    name: 'a page that leads to a program is told and the program is not started',
    observe: async (rig) => (await seen(rig, '/program', 'scheme')).url,
    expected: 'claude://callback?code=c1',
  },
  {
    name: 'a custom scheme that is the redirect URI is a callback',
    observe: async (rig) => {
      const own = { ...rig, redirectUri: 'claude://callback' };
      return find(await visit(own, '/program', isKind('callback')), 'callback')?.url;
    },
    expected: 'claude://callback?code=c1',
  },
  {
    name: 'D2: two attempts share no cookie, and one attempt keeps its own',
    observe: (rig) => titlesOf(rig, '/cookie'),
    expected: ['none', 'cookie=1', 'none'],
  },
  {
    name: 'D2: nothing that a page stored is there at the next attempt',
    observe: (rig) => titlesOf(rig, '/storage'),
    expected: ['none', 'stored', 'none'],
  },
  {
    name: 'D2: a permission is denied',
    observe: async (rig) => (await seen(rig, '/permission', 'rest')).title,
    expected: 'denied',
  },
  {
    name: 'a page that goes on for ever is closed all the same',
    observe: async (rig) => {
      let commits = 0;
      const events = await visit(
        rig,
        '/for-ever',
        ({ kind }) => kind === 'commit' && ++commits > 5,
      );
      return events.at(-1)?.kind;
    },
    expected: 'closed',
  },
  {
    name: 'closing twice is closing once, and nothing is told after it',
    observe: async (rig) => {
      const events: NavigationEvent[] = [];
      const page = await rig.way.open(options(rig, (event) => events.push(event)));
      await Promise.all([page.close(), page.close()]);
      await page.close();
      await page.go(`${rig.origin}/sign-in`);
      return kinds(events);
    },
    expected: ['closed'],
  },
  {
    name: 'L1: an abort closes the page',
    observe: async (rig) => {
      const stop = new AbortController();
      const closed = deferred<NavigationEvent>();
      const onEvent = (event: NavigationEvent) => {
        if (event.kind === 'closed') closed.resolve(event);
      };
      const page = await rig.way.open({ ...options(rig, onEvent), signal: stop.signal });
      stop.abort();
      const event = await closed.promise;
      await page.close();
      return event.kind === 'closed' && event.by;
    },
    expected: 'us',
  },
  {
    name: 'L1: a way that is opened after the abort does not open',
    observe: async (rig) => {
      const asked = { ...options(rig, () => undefined), signal: AbortSignal.abort() };
      return rig.way.open(asked).then(
        () => 'opened',
        () => 'refused',
      );
    },
    expected: 'refused',
  },
  {
    name: 'a last page of ours is shown as text, and nothing is told of it',
    observe: async (rig) => {
      const events: NavigationEvent[] = [];
      const page = await rig.way.open(options(rig, (event) => events.push(event)));
      await page.tell('Signed in <b>', '<script>location.href="about:blank"</script>');
      await page.close();
      return kinds(events);
    },
    expected: ['closed'],
  },
];

interface Caught {
  readonly method: string;
  readonly by: string;
  readonly status: number | null;
  readonly frame: string;
  readonly body: string | null;
  readonly query: string;
}

function caught(name: string, path: SignInSitePath, expected: Caught): ContractCase<SignInRig> {
  const observe = async (rig: SignInRig) => {
    const { url, method, by, status, frame, body } = await seen(rig, path, 'callback');
    const query = new URL(url).search;
    return [{ method, by, status, frame, body, query }, rig.connections()];
  };
  return { name, observe, expected: [expected, 0] };
}

type Kind = NavigationEvent['kind'];
type EventOf<K extends Kind> = Extract<NavigationEvent, { kind: K }>;

function isKind(kind: Kind): (event: NavigationEvent) => boolean {
  return (event) => event.kind === kind;
}

function kinds(events: readonly NavigationEvent[]): readonly Kind[] {
  return events.map((event) => event.kind);
}

function find<K extends Kind>(events: readonly NavigationEvent[], kind: K): EventOf<K> | undefined {
  return events.find((event): event is EventOf<K> => event.kind === kind);
}

async function seen<K extends Kind>(rig: SignInRig, path: string, kind: K): Promise<EventOf<K>> {
  const event = find(await visit(rig, path as SignInSitePath, isKind(kind)), kind);
  if (event === undefined) throw new Error(`no ${kind} at ${path}`);
  return event;
}

/** Goes to a path and closes the page after the event that was waited for; all events. */
async function visit(
  rig: SignInRig,
  path: SignInSitePath,
  until: (event: NavigationEvent) => boolean,
): Promise<readonly NavigationEvent[]> {
  const events: NavigationEvent[] = [];
  const arrived = deferred<void>();
  const page = await rig.way.open(
    options(rig, (event) => {
      events.push(event);
      if (until(event)) arrived.resolve();
    }),
  );
  await page.go(`${rig.origin}${path}`);
  await arrived.promise;
  await page.close();
  return events;
}

/** The title of a path: twice in one attempt, and once in the next. */
async function titlesOf(rig: SignInRig, path: SignInSitePath): Promise<readonly string[]> {
  const first = await titlesIn(rig, path, 2);
  return [...first, ...(await titlesIn(rig, path, 1))];
}

async function titlesIn(rig: SignInRig, path: string, visits: number): Promise<readonly string[]> {
  const titles: string[] = [];
  let rested = deferred<void>();
  const page: SignInPage = await rig.way.open(
    options(rig, (event) => {
      if (event.kind !== 'rest') return;
      titles.push(event.title);
      rested.resolve();
    }),
  );
  for (let i = 0; i < visits; i++) {
    rested = deferred();
    await page.go(`${rig.origin}${path}`);
    await rested.promise;
  }
  await page.close();
  return titles;
}

function options(rig: SignInRig, onEvent: (event: NavigationEvent) => void): SignInPageOptions {
  return {
    redirectUri: rig.redirectUri,
    keepPath: true,
    label: 'Claude Code',
    connectTo: [],
    ca: null,
    headless: true,
    signal: new AbortController().signal,
    onEvent,
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

/** Promise.withResolvers comes with Node 22 only. */
function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((given) => (resolve = given));
  return { promise, resolve };
}
