import { expect, test, vi } from 'vitest';
import { lockSignInContents } from './lock-sign-in-contents.ts';
import { lockSignInSession } from './lock-sign-in-session.ts';
import { createSignInSessions } from './sign-in-sessions.ts';
import { signInTitle } from './sign-in-title.ts';

const REDIRECT_URI = 'https://claude.ai/api/mcp/auth_callback';

function lockedSession() {
  const set = new Map<string, (...values: never[]) => unknown>();
  const keep = (name: string) => (handler: (...values: never[]) => unknown) =>
    void set.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    on: (name: string, handler: (...values: never[]) => unknown) => keep(name)(handler),
    webRequest: { onBeforeRequest: keep('before') },
  };
  const tell = vi.fn();
  lockSignInSession(session as never, REDIRECT_URI, tell);
  const ask = (name: string, ...values: unknown[]) => set.get(name)?.(...(values as never[]));
  return { ask, tell };
}

test('D2: a sign-in page gets no permission, no device and no screen', () => {
  const { ask } = lockedSession();
  const callback = vi.fn();
  ask('request', null, 'openExternal', callback, {});
  expect(callback).toHaveBeenLastCalledWith(false);
  expect([ask('check', null, 'media'), ask('device', {})]).toEqual([false, false]);
  ask('display', {}, callback);
  expect(callback).toHaveBeenLastCalledWith(null);
});

test('D2: a download is prevented and told', () => {
  const { ask, tell } = lockedSession();
  const preventDefault = vi.fn();
  const item = { getURL: () => 'https://a.example/f', getFilename: () => 'f.zip' };
  ask('will-download', { preventDefault }, item);
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(tell).toHaveBeenCalledWith({
    kind: 'download',
    url: 'https://a.example/f',
    fileName: 'f.zip',
  });
});

test.each(['mainFrame', 'subFrame', 'xhr', 'image'])(
  'D3: the session itself cancels a %s request to the redirect URI, and no other',
  (resourceType) => {
    const { ask } = lockedSession();
    const callback = vi.fn();
    const details = { method: 'GET', resourceType };
    ask('before', { ...details, url: `${REDIRECT_URI}?code=1` }, callback);
    expect(callback).toHaveBeenLastCalledWith({ cancel: true });
    ask('before', { ...details, url: 'https://claude.ai/other' }, callback);
    expect(callback).toHaveBeenLastCalledWith({ cancel: false });
  },
);

test('C2, A9: a sign-in page gets no second window and no webview', () => {
  const handlers = new Map<string, (event: unknown) => void>();
  let opener: () => unknown = () => 'not set';
  const contents = {
    on: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: typeof opener) => (opener = handler),
  };
  lockSignInContents(contents as never);
  const preventDefault = vi.fn();
  handlers.get('will-attach-webview')?.({ preventDefault });
  expect([opener(), preventDefault.mock.calls.length]).toEqual([{ action: 'deny' }, 1]);
});

test('D2: each sign-in session has a name of its own in memory, and only those are exempt', () => {
  const sessions = createSignInSessions();
  const names: string[] = [];
  const fromPartition = (partition: string) => {
    const created = {};
    names.push(partition);
    expect(sessions.takes(created as never)).toBe(true);
    // Made meanwhile by somebody else.
    expect(sessions.takes({} as never)).toBe(false);
    return created as never;
  };
  const [one, other] = [sessions.make(fromPartition), sessions.make(fromPartition)];
  expect([sessions.has(one), sessions.has(other), sessions.has({} as never)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(sessions.takes({} as never)).toBe(false);
  expect(new Set(names).size).toBe(2);
  expect(names.every((name) => /^sign-in-[0-9a-f]{32}$/.test(name))).toBe(true);
});

test('a session that could not be made leaves no door open', () => {
  const sessions = createSignInSessions();
  const failing = () => {
    throw new Error('no session');
  };
  expect(() => sessions.make(failing)).toThrow('no session');
  expect(sessions.takes({} as never)).toBe(false);
});

test.each([
  ['https://login.example.com/a?code=1', 'https://login.example.com · sign-in for X · Unblank'],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:1 (not encrypted) · sign-in for X · Unblank'],
  ['https://аpple.example/', 'https://xn--pple-43d.example · sign-in for X · Unblank'],
  ['about:blank', 'no page · sign-in for X · Unblank'],
  ['', 'no page · sign-in for X · Unblank'],
])('D2: the title at %s is “%s”', (url, title) => {
  expect(signInTitle(url, 'X')).toBe(title);
});
