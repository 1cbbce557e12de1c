import { describe, expect, test } from 'vitest';
import type { NavigationEvent } from '../model/navigation-event.ts';
import {
  createFakeSignInWay,
  type FakeScript,
  type FakeVisit,
  type ScriptedEvent,
} from './fake-sign-in-way.ts';
import { SIGN_IN_WAY_CONTRACT, type SignInSitePath } from './sign-in-way-contract.ts';

const ORIGIN = 'http://localhost:8000';
const TOP = { frame: 'top' } as const;
const NO_PARTS = { password: false, form: false, button: false, frame: false };

const request = (url: string): ScriptedEvent => ({
  kind: 'request',
  url,
  method: 'GET',
  ...TOP,
  redirectedBy: null,
  by: 'us',
});
const response = (url: string, status: number): ScriptedEvent => ({
  kind: 'response',
  url,
  status,
  ...TOP,
  headers: [],
});
const rest = (url: string, more: object = {}): ScriptedEvent => ({
  kind: 'rest',
  url,
  isEmpty: false,
  title: '',
  says: '',
  has: NO_PARTS,
  ...more,
});
type Callback = Extract<ScriptedEvent, { kind: 'callback' }>;
const callback = (url: string, more: Partial<Callback> = {}): ScriptedEvent => ({
  kind: 'callback',
  url,
  method: 'GET',
  ...TOP,
  body: null,
  by: 'page',
  status: null,
  ...more,
});
const consoleSays = (text: string): ScriptedEvent => ({ kind: 'console', text });
const titles = (visit: FakeVisit, kept: string) => [
  rest(visit.url, { title: visit.round === 0 ? 'none' : kept }),
];

const SCRIPTS: Readonly<Record<SignInSitePath, FakeScript>> = {
  '/to-callback': ({ url, redirectUri }) => [
    request(url),
    response(url, 302),
    callback(`${redirectUri}?code=c1&state=s1`, { by: 'redirect', status: 302 }),
  ],
  '/neighbour': ({ redirectUri }) => [{ kind: 'commit', url: `${redirectUri}s?code=c1`, ...TOP }],
  '/post-307': ({ redirectUri }) => [
    callback(`${redirectUri}?code=c1`, {
      method: 'POST',
      body: 'a=b',
      by: 'redirect',
      status: 307,
    }),
  ],
  '/form-post': ({ redirectUri }) => [
    callback(redirectUri, { method: 'POST', body: 'code=c1', by: 'form' }),
  ],
  '/framed': ({ redirectUri }) => [
    callback(`${redirectUri}?code=c1&state=s1`, { frame: 'child', by: 'redirect', status: 302 }),
  ],
  '/scripted': ({ redirectUri }) => [callback(`${redirectUri}?code=c1`)],
  '/fetched': ({ redirectUri }) => [callback(`${redirectUri}?code=c1`)],
  '/nothing': ({ url }) => [response(url, 204)],
  '/download': ({ url }) => [{ kind: 'download', url, fileName: 'a.txt' }],
  '/popup': ({ url }) => [{ kind: 'popup', url: `${ORIGIN}/opened-by-popup` }, rest(url)],
  '/form-action': () => [consoleSays("… violates … form-action 'self'")],
  '/frame-refused': ({ url }) => [
    { kind: 'failed', url, error: 'net::ERR_BLOCKED_BY_RESPONSE', frame: 'child' },
  ],
  '/empty': ({ url }) => [rest(url, { isEmpty: true })],
  '/error-page': ({ url }) => [response(url, 400), rest(url, { says: 'redirect_uri_mismatch' })],
  '/sign-in': ({ url }) => [
    rest(url, { has: { password: true, form: true, button: true, frame: false } }),
  ],
  '/broken-script': () => [consoleSays('Error: broken on purpose')],
  '/passkey': ({ url }) => [{ kind: 'passkey', url }],
  '/program': ({ redirectUri }) => {
    const url = 'claude://callback?code=c1';
    return [url.startsWith(redirectUri) ? callback(url) : { kind: 'scheme', url }];
  },
  '/cookie': (visit) => titles(visit, 'cookie=1'),
  '/storage': (visit) => titles(visit, 'stored'),
  '/permission': ({ url }) => [rest(url, { title: 'denied' })],
  '/for-ever': ({ url }) =>
    Array.from({ length: 10 }, () => ({ kind: 'commit', url, ...TOP }) as const),
};

const script: FakeScript = (visit) => SCRIPTS[new URL(visit.url).pathname as SignInSitePath](visit);

describe('the scripted way keeps the contract of the isolated window', () => {
  test.each(SIGN_IN_WAY_CONTRACT)('$name', async ({ observe, expected }) => {
    const way = createFakeSignInWay(script);
    const rig = {
      way,
      origin: ORIGIN,
      redirectUri: 'http://127.0.0.1:9000/callback',
      connections: () => (way.visited.at(-1)?.endsWith('/neighbour') === true ? 1 : 0),
      arrived: () => [],
    };
    expect(await observe(rig)).toEqual(expected);
    expect(way.openPages).toBe(0);
  });
});

function optionsOf(onEvent: (event: NavigationEvent) => void) {
  return {
    redirectUri: 'http://127.0.0.1:9000/callback',
    keepPath: false,
    label: 'Claude Code',
    connectTo: [],
    ca: null,
    headless: true,
    signal: new AbortController().signal,
    onEvent,
  };
}

test('a scripted way gives each event a later time and counts the rounds of a page', async () => {
  const events: NavigationEvent[] = [];
  const way = createFakeSignInWay(({ url, round }) => [response(url, 200 + round)], { pace: 7 });
  const page = await way.open(optionsOf((event) => events.push(event)));
  await page.go(`${ORIGIN}/a`);
  await page.go(`${ORIGIN}/b`);
  expect(events.map((event) => [event.at, 'status' in event && event.status])).toEqual([
    [7, 200],
    [14, 201],
  ]);
  expect(way.visited).toEqual([`${ORIGIN}/a`, `${ORIGIN}/b`]);
});

test('a scripted way fails to open where it is told to, and takes a redirect URI of its own', async () => {
  const failing = createFakeSignInWay(() => [], { failure: new Error('no window') });
  await expect(failing.open(optionsOf(() => undefined))).rejects.toThrow('no window');
  const way = createFakeSignInWay(() => [], { redirectUri: (asked) => `${asked}/x` });
  const page = await way.open(optionsOf(() => undefined));
  expect(page.redirectUri).toBe('http://127.0.0.1:9000/callback/x');
});

test('the user of a scripted way can close its page', async () => {
  const events: NavigationEvent[] = [];
  const way = createFakeSignInWay(() => []);
  await way.open(optionsOf((event) => events.push(event)));
  way.closeAsUser();
  expect([events, way.openPages]).toEqual([[{ kind: 'closed', by: 'user', at: 10 }], 0]);
});
