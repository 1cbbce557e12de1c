import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { connectPipe } from './cdp-pipe.ts';
import { createDocumentRequests } from './document-requests.ts';
import { ownPage } from './own-page.ts';
import { resolverRules } from './resolver-rules.ts';
import { keptHeaders } from './response-headers.ts';
import { switchesOf } from './start-browser.ts';
import { fromConsoleCall, fromException, fromLogEntry } from './watch-messages.ts';

test('F1: of the headers only those of the list are kept, Set-Cookie never', () => {
  const headers = {
    'Content-Type': 'text/html',
    'Set-Cookie': 'session=secret',
    Authorization: 'Bearer secret',
    Location: 'https://a.example/\nhttps://b.example/',
  };
  expect(keptHeaders(headers)).toEqual([
    ['content-type', 'text/html'],
    ['location', 'https://a.example/'],
    ['location', 'https://b.example/'],
  ]);
  expect(keptHeaders(null)).toEqual([]);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (any) => {
      const names = keptHeaders({ ...any, 'set-cookie': 'x' }).map(([name]) => name);
      expect(names).not.toContain('set-cookie');
    }),
  );
});

test('--connect-to becomes rules of the resolver, and nothing can be put between them', () => {
  const to = { port: 443, toHost: '::1', toPort: 8443 };
  expect(resolverRules([{ host: 'mcp.example.com', ...to }])).toBe(
    'MAP mcp.example.com:443 [::1]:8443',
  );
  expect(resolverRules([])).toBe('');
  for (const host of ['a.example, MAP *', 'a b', '', '*'])
    expect(() => resolverRules([{ host, ...to }])).toThrow('is not a host');
});

test('a last page shows what it is given as text and can run nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, text) => {
      const page = decodeURIComponent(ownPage(title, text).replace(/^[^,]*,/, ''));
      expect(page.match(/<(?!\/?(?:!doctype|meta|title|style|h1|p)\b)/g)).toBeNull();
      expect(page).toContain("default-src 'none'");
    }),
  );
});

const start = { program: '/x', profile: '/p', headless: true, sandbox: true, resolverRules: '' };

test('C7, C9: the browser opens no port and trusts nobody more than usual', () => {
  const switches = switchesOf({ ...start, resolverRules: 'MAP a:1 b:2' }).join(' ');
  expect(switches).toContain('--remote-debugging-pipe');
  expect(switches).not.toMatch(/debugging-port|certificate|web-security|site-isolation|automation/);
  expect(switches).toContain('--host-resolver-rules=MAP a:1 b:2');
});

test('A1: the browser runs in its sandbox unless it cannot', () => {
  expect(switchesOf(start)).not.toContain('--no-sandbox');
  expect(switchesOf({ ...start, sandbox: false })).toContain('--no-sandbox');
});

test('messages that cannot stop a sign-in are left out, the others are told in one line', () => {
  const entry = (source: string, level: string) =>
    fromLogEntry({ entry: { source, level, text: ' text ' } });
  expect(entry('security', 'error')).toEqual({ kind: 'console', text: 'text' });
  expect([entry('network', 'error'), entry('security', 'info')]).toEqual([null, null]);
  const description = 'TypeError: no\n  at secret.js';
  expect(
    fromException({ exceptionDetails: { text: 'Uncaught', exception: { description } } }),
  ).toEqual({ kind: 'console', text: 'TypeError: no' });
  expect(fromConsoleCall({ type: 'log', args: [{ value: 'x' }] })).toBeNull();
  expect(fromConsoleCall({ type: 'error', args: [{ value: 'a' }, { description }] })).toEqual({
    kind: 'console',
    text: 'a TypeError: no',
  });
});

test('10,000 requests that never end are forgotten down to the last 200', () => {
  const requests = createDocumentRequests();
  const fresh = { redirectedBy: null, answered: false, raw: null, silent: false };
  for (let i = 0; i < 10_000; i++)
    requests.add(`${i}`, { url: 'https://a.example/', frame: 'top', by: 'page', ...fresh });
  const kept = Array.from({ length: 10_000 }, (_one, i) => requests.get(`${i}`) !== undefined);
  expect([kept.filter(Boolean).length, kept.at(-1)]).toEqual([200, true]);
});

test('a pipe joins messages that come in pieces, and refuses what waits when it ends', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const pipe = connectPipe(input, output);
  const events: unknown[] = [];
  pipe.on((event) => events.push(event));
  const [answered, refused, waiting] = ['A.a', 'B.b', 'C.c'].map((method) => pipe.send(method));
  const text = [
    { method: 'X.y', params: { a: 'ä' }, sessionId: 's' },
    { id: 1, result: { ok: true } },
    { id: 2, error: { message: 'no' } },
  ].map((message) => `${JSON.stringify(message)}\0`);
  const bytes = Buffer.from(text.join(''));
  for (const byte of bytes) input.write(Buffer.of(byte));
  await expect(answered).resolves.toEqual({ ok: true });
  await expect(refused).rejects.toThrow('B.b: no');
  expect(events).toEqual([{ method: 'X.y', params: { a: 'ä' }, sessionId: 's' }]);
  pipe.end();
  await expect(waiting).rejects.toThrow('the browser is gone');
  await expect(pipe.send('D.d')).rejects.toThrow('the browser is gone');
});
