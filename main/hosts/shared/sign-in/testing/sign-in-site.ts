import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignInSitePath } from '../../../../engine/testing/sign-in-way-contract.ts';

/** The site of the sign-in contract, and a listener where the redirect URI is. */
export interface SignInSite {
  readonly origin: string;
  readonly redirectUri: string;
  /** Address of the listener. */
  readonly listener: string;
  readonly connections: () => number;
  readonly arrived: () => readonly string[];
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
type Page = (redirectUri: string, cookies: string) => Answer;

const html = (body: string, more: Answer = {}): Answer => ({
  ...more,
  headers: { 'content-type': 'text/html', ...more.headers },
  body,
});
const script = (code: string): string => `<script>${code}</script>`;
const moved = (status: number, location: string): Answer => ({ status, headers: { location } });
const selfPosting = (action: string, name: string, value: string): string =>
  `<form method="post" action="${action}"><input name="${name}" value="${value}"></form>` +
  script('document.forms[0].submit()');

const PAGES: Readonly<Record<SignInSitePath | Inner, Page>> = {
  '/to-callback': (to) => moved(302, `${to}?code=c1&state=s1`),
  '/neighbour': (to) => moved(302, `${to}s?code=c1`),
  '/post-307': () => html(selfPosting('/moved-307', 'a', 'b')),
  '/moved-307': (to) => moved(307, `${to}?code=c1`),
  '/form-post': (to) => html(selfPosting(to, 'code', 'c1')),
  '/framed': () => html('<iframe src="/to-callback"></iframe>'),
  '/scripted': (to) => html(script(`location.href = '${to}?code=c1'`)),
  '/fetched': (to) => html(script(`fetch('${to}?code=c1', { mode: 'no-cors' }).catch(() => {})`)),
  '/nothing': () => ({ status: 204 }),
  '/download': () => ({
    headers: { 'content-disposition': 'attachment; filename=a.txt' },
    body: 'x',
  }),
  '/popup': () => html(`Waiting${script("window.open('/opened-by-popup')")}`),
  '/opened-by-popup': () => html('opened'),
  '/form-action': () =>
    html(selfPosting('/to-callback', 'a', 'b'), {
      headers: { 'content-security-policy': "form-action 'self'" },
    }),
  '/frame-refused': () => html('<iframe src="/denied"></iframe>'),
  '/denied': () => html('denied', { headers: { 'x-frame-options': 'DENY' } }),
  '/empty': () => html(''),
  '/error-page': () => html('Error 400: redirect_uri_mismatch. Hello Ada.', { status: 400 }),
  '/sign-in': () => html('<form><input type="password"><button>Sign in</button></form>'),
  '/broken-script': () => html(script("throw new Error('broken on purpose')")),
  '/passkey': () =>
    html(
      script(
        'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16) } }).catch(() => {})',
      ),
    ),
  '/program': () => html(script("location.href = 'claude://callback?code=c1'")),
  '/cookie': (_to, cookies) =>
    html(`<title>${cookies === '' ? 'none' : cookies}</title>A cookie`, {
      headers: { 'set-cookie': 'cookie=1; HttpOnly' },
    }),
  '/storage': () =>
    html(
      `A store${script("document.title = localStorage.getItem('x') ?? 'none'; localStorage.setItem('x', 'stored')")}`,
    ),
  '/permission': () =>
    html(
      `A permission${script("navigator.permissions.query({ name: 'geolocation' }).then((one) => (document.title = one.state))")}`,
    ),
  '/for-ever': () => html(script("location.href = '/for-ever?' + Math.random()")),
};
type Inner = '/moved-307' | '/opened-by-popup' | '/denied';

/**
 * Starts both on free loopback ports; `localhost`, because a passkey needs a name.
 * @param elsewhere a redirect URI that is not the listener's
 */
export async function openSignInSite(elsewhere?: string): Promise<SignInSite> {
  let connections = 0;
  const listener = http.createServer((_request, response) => void response.end('code taken'));
  listener.on('connection', () => (connections += 1));
  const own = `http://127.0.0.1:${await listen(listener)}/callback`;
  const redirectUri = elsewhere ?? own;
  const arrived: string[] = [];
  const site = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    arrived.push(`${request.method ?? ''} ${pathname}`);
    const page = PAGES[pathname as SignInSitePath] as Page | undefined;
    const none: Answer = { status: 404 };
    const answer = page?.(redirectUri, request.headers.cookie ?? '') ?? none;
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  const origin = `http://localhost:${await listen(site)}`;
  const close = async (): Promise<void> => {
    await Promise.all([site, listener].map(stop));
  };
  return {
    origin,
    redirectUri,
    listener: own,
    connections: () => connections,
    arrived: () => arrived,
    close,
  };
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: http.Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
