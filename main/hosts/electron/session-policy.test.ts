import { expect, test, vi } from 'vitest';
import { lockSession, mayHave, placeOf } from './session-policy.ts';

/** A session that keeps what is set on it; only what lockSession may touch is there. */
function fakeSession() {
  const set = new Map<string, (...values: never[]) => unknown>();
  const keep = (name: string) => (handler: (...values: never[]) => unknown) => {
    set.set(name, handler);
  };
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    on: (name: string, handler: (...values: never[]) => unknown) => keep(name)(handler),
    webRequest: { onBeforeRequest: keep('before') },
  };
  const ask = (name: string, ...values: unknown[]) => set.get(name)?.(...(values as never[]));
  return { session: session as never, ask };
}

const PERMISSIONS = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'usb',
  'openExternal',
];

test('A7: every permission is denied, to our own page too', () => {
  for (const name of PERMISSIONS) expect(mayHave(name, 'app://companion/')).toBe(false);
});

test('A7: writing to the clipboard is for our own page only', () => {
  expect(mayHave('clipboard-sanitized-write', 'app://companion/')).toBe(true);
  expect(mayHave('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  expect(mayHave('clipboard-sanitized-write', '')).toBe(false);
});

test('A7: requests, checks, devices and screens are all answered with no', () => {
  const { session, ask } = fakeSession();
  lockSession(session, () => {});
  const callback = vi.fn();
  ask('request', null, 'media', callback, { requestingUrl: 'app://companion/' });
  expect(callback).toHaveBeenLastCalledWith(false);
  expect(ask('check', null, 'media', 'app://companion/')).toBe(false);
  expect(ask('device', {})).toBe(false);
  ask('display', {}, callback);
  expect(callback).toHaveBeenLastCalledWith(null);
});

test('A7: a download never starts', () => {
  const { session, ask } = fakeSession();
  lockSession(session, () => {});
  const preventDefault = vi.fn();
  ask('will-download', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('A8: a request to our own files passes, any other is cancelled and named without its path', () => {
  const { session, ask } = fakeSession();
  const log = vi.fn();
  lockSession(session, log);
  const callback = vi.fn();
  ask('before', { url: 'app://companion/index.js' }, callback);
  expect(callback).toHaveBeenLastCalledWith({ cancel: false });
  expect(log).not.toHaveBeenCalled();
  ask('before', { url: 'https://example.com/secret?code=1' }, callback);
  expect(callback).toHaveBeenLastCalledWith({ cancel: true });
  expect(log).toHaveBeenCalledExactlyOnceWith('refused a request to https://example.com');
});

test('D16: what a log says of an address has neither path nor query nor user', () => {
  expect(placeOf('https://u:p@example.com:8/a?b#c')).toBe('https://example.com:8');
  expect(placeOf('data:text/html,secret')).toBe('data:');
  expect(placeOf('secret')).toBe('an address that does not parse');
});
