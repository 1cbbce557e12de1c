import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { howItCame, judgeRequest, type RequestHead } from './judge-request.ts';

const REDIRECT = 'http://localhost:3118/callback';
const GOOD: RequestHead = {
  method: 'GET',
  target: '/callback?code=[code%201]&state=abc',
  rawHeaders: ['Host', 'localhost:3118'],
};
const judge = (changes: Partial<RequestHead>) => judgeRequest({ ...GOOD, ...changes }, REDIRECT);

describe('a request at the listener', () => {
  test('the callback comes whole, letter by letter', () => {
    const url = 'http://localhost:3118/callback?code=[code%201]&state=abc';
    expect(judge({})).toEqual({ kind: 'callback', url, frame: 'top' });
  });

  test('a POST is let through: 307 and 308 make one of it (F63)', () => {
    expect(judge({ method: 'POST' }).kind).toBe('callback');
  });

  test('in a frame it is told as one', () => {
    const rawHeaders = [...GOOD.rawHeaders, 'Sec-Fetch-Dest', 'iframe'];
    expect(judge({ rawHeaders })).toMatchObject({ frame: 'child' });
  });

  test.each([
    ['another host', { rawHeaders: ['Host', 'evil.example:3118'] }, 'host'],
    ['another port', { rawHeaders: ['Host', 'localhost:1'] }, 'host'],
    ['another spelling of this machine', { rawHeaders: ['Host', '127.0.0.1:3118'] }, 'host'],
    ['no host', { rawHeaders: [] }, 'host'],
    ['two hosts', { rawHeaders: ['Host', 'localhost:3118', 'host', 'x'] }, 'host'],
    ['HEAD', { method: 'HEAD' }, 'method'],
    ['OPTIONS', { method: 'OPTIONS' }, 'method'],
    ['PUT', { method: 'PUT' }, 'method'],
    ['a path below', { target: '/callback/x?code=1' }, 'path'],
    ['a longer name', { target: '/callbackx' }, 'path'],
    ['another case', { target: '/Callback' }, 'path'],
    ['an encoded path', { target: '/%63allback' }, 'path'],
    ['dots', { target: '/x/../callback' }, 'path'],
    ['an absolute target', { target: `${REDIRECT}?code=1` }, 'path'],
    ['the icon', { target: '/favicon.ico' }, 'path'],
    ['raw bytes', { target: '/callback?code=\u00e4' }, 'path'],
  ] as const)('C8: %s is refused', (_, changes, why) => {
    expect(judge(changes)).toEqual({ kind: 'refused', why });
  });

  test('C8: whatever passes has the host and the path of the redirect URI', () => {
    const target = fc.oneof(
      fc.string(),
      fc.string().map((end) => `/callback${end}`),
      fc.webQueryParameters().map((query) => `/callback?${query}`),
    );
    const hosts = fc.array(fc.oneof(fc.constant('localhost:3118'), fc.string()), { maxLength: 2 });
    const method = fc.constantFrom('GET', 'POST', 'HEAD', 'get', '');
    fc.assert(
      fc.property(method, target, hosts, (name, text, values) => {
        const rawHeaders = values.flatMap((value) => ['Host', value]);
        const judged = judgeRequest({ method: name, target: text, rawHeaders }, REDIRECT);
        if (judged.kind === 'refused') return;
        const url = new URL(judged.url);
        expect(`${url.origin}${url.pathname}`).toBe(REDIRECT);
        expect(values).toEqual(['localhost:3118']);
        expect(['GET', 'POST']).toContain(name);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('how a callback came', () => {
  test.each([
    ['by redirect, without a body', 'code=1', null, 'redirect'],
    ['by a redirect that kept the method of the consent form', 'code=1', 'approve=yes', 'redirect'],
    ['by a form that carries the code', '', 'code=1&state=2', 'form'],
    ['by a form that carries an error', '', 'error=access_denied', 'form'],
    ['without anything', '', 'a=b', 'redirect'],
  ] as const)('%s', (_, query, body, by) => {
    expect(howItCame(`${REDIRECT}?${query}`, body)).toBe(by);
  });
});
