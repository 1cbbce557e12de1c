import * as net from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { deferred } from '../testing/deferred.ts';
import { freePort, serveRaw } from '../testing/loopback-server.ts';
import {
  LISTENER_LIFE_MS,
  openLoopbackListener,
  type LoopbackCallback,
  type LoopbackListener,
} from './open-loopback-listener.ts';

const open: LoopbackListener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function listen(redirectUri = 'http://localhost/callback', keepPath = false) {
  const clock = createFakeClock();
  const controller = new AbortController();
  const callbacks: LoopbackCallback[] = [];
  const came = deferred<LoopbackCallback>();
  const timeouts: number[] = [];
  const listener = await openLoopbackListener({
    redirectUri,
    keepPath,
    clock,
    signal: controller.signal,
    onCallback: (callback) => {
      callbacks.push(callback);
      came.resolve(callback);
    },
    onTimeout: () => timeouts.push(clock.monotonic()),
  });
  open.push(listener);
  const { port, pathname, host } = new URL(listener.redirectUri);
  return {
    listener,
    clock,
    controller,
    callbacks,
    timeouts,
    came: came.promise,
    port: Number(port),
    pathname,
    host,
  };
}
type Rig = Awaited<ReturnType<typeof listen>>;

/** Writes bytes and gives everything that comes back until the other side closes. */
function raw(port: number, text: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    let answer = '';
    socket.on('data', (data: Buffer) => (answer += data.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => (answer ||= error.code ?? ''));
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

/**
 * What a connection attempt comes to: `open`, or the system's refusal. A port that was given back
 * may be taken by another process at once: where this one listens nowhere, it is that process.
 */
function knock(port: number, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    socket.once('connect', () => resolve(listening() ? 'open' : 'ECONNREFUSED'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    socket.once('connect', () => socket.destroy());
  });
}

const listening = () => process.getActiveResourcesInfo().includes('TCPServerWrap');

const get = ({ port, host }: Rig, target: string, more = '') =>
  raw(port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`);
const statusOf = (answer: string) => Number(answer.split(' ')[1]);

describe('the loopback listener', () => {
  test('C7: nobody listens before, one does during, nobody after', async () => {
    const port = await freePort();
    expect(await knock(port)).toBe('ECONNREFUSED');
    const rig = await listen(`http://localhost:${port}/callback`, true);
    expect(await knock(port)).toBe('open');
    await rig.listener.close();
    expect([await knock(port), rig.listener.isOpen()]).toEqual(['ECONNREFUSED', false]);
  });

  test('takes the callback, answers with a page of ours, and is gone', async () => {
    const rig = await listen();
    const answer = await get(rig, `${rig.pathname}?code=abc&state=def`);
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('go back to Unblank');
    const url = `${rig.listener.redirectUri}?code=abc&state=def`;
    const callback = { url, method: 'GET', body: null, by: 'redirect', frame: 'top' };
    expect(rig.callbacks).toEqual([callback]);
    expect(await knock(rig.port)).toBe('ECONNREFUSED');
  });

  test('C8: the page is plain text that nothing keeps, runs or hands on', async () => {
    const rig = await listen();
    const answer = await get(rig, `${rig.pathname}?code=abc`);
    const headers = answer.toLowerCase().split('\r\n');
    expect(headers).toEqual(
      expect.arrayContaining([
        'cache-control: no-store',
        'referrer-policy: no-referrer',
        'content-type: text/plain; charset=utf-8',
        "content-security-policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        'connection: close',
      ]),
    );
    expect(answer).not.toContain('abc');
  });

  test('F63: a POST is told with its body', async () => {
    const rig = await listen();
    const head = `POST ${rig.pathname}?code=abc HTTP/1.1\r\nHost: ${rig.host}\r\n`;
    await raw(rig.port, `${head}Content-Length: 11\r\n\r\napprove=yes`);
    expect(rig.callbacks).toMatchObject([{ method: 'POST', body: 'approve=yes', by: 'redirect' }]);
  });

  test.each([
    ['another path', (rig: Rig) => get(rig, '/callback?code=1')],
    ['the icon', (rig: Rig) => get(rig, '/favicon.ico')],
    [
      'the name of a stranger',
      ({ port, pathname }: Rig) =>
        raw(port, `GET ${pathname}?code=1 HTTP/1.1\r\nHost: evil.example:${port}\r\n\r\n`),
    ],
    [
      'another method',
      ({ port, pathname, host }: Rig) =>
        raw(port, `PUT ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`),
    ],
  ])('C8: %s gets 404 without a body, and it still listens', async (_, ask) => {
    const rig = await listen();
    const [head, body] = (await ask(rig)).split('\r\n\r\n');
    expect([statusOf(head ?? ''), body]).toEqual([404, '']);
    expect([rig.callbacks, rig.listener.isOpen()]).toEqual([[], true]);
  });

  test('C8: of two callbacks the second finds nobody', async () => {
    const rig = await listen();
    await get(rig, `${rig.pathname}?code=1`);
    expect(await get(rig, `${rig.pathname}?code=2`)).toBe('ECONNREFUSED');
    expect(rig.callbacks).toHaveLength(1);
  });

  test('C8: a second callback on a connection that was open already is refused', async () => {
    const rig = await listen();
    const request = `GET ${rig.pathname}?code=1 HTTP/1.1\r\nHost: ${rig.host}\r\n\r\n`;
    await raw(rig.port, request + request);
    expect(rig.callbacks).toHaveLength(1);
  });

  test('C8: five minutes without a callback end it', async () => {
    const rig = await listen();
    rig.clock.advance(LISTENER_LIFE_MS - 1);
    expect(rig.listener.isOpen()).toBe(true);
    rig.clock.advance(1);
    expect([rig.listener.isOpen(), rig.timeouts]).toEqual([false, [LISTENER_LIFE_MS]]);
    expect(await knock(rig.port)).toBe('ECONNREFUSED');
  });

  test('C8: an abort ends it, and no timer is left', async () => {
    const rig = await listen();
    rig.controller.abort();
    expect([rig.listener.isOpen(), rig.clock.pending]).toEqual([false, 0]);
    expect(await knock(rig.port)).toBe('ECONNREFUSED');
  });

  test('C8: who holds a connection open does not hold the end', async () => {
    const rig = await listen();
    const socket = net.connect(rig.port, '127.0.0.1');
    const gone = new Promise((done) => socket.once('close', done));
    socket.on('error', () => undefined);
    await new Promise((done) => socket.write('GET / HTTP/1.1\r\nHo', done));
    await rig.listener.close();
    await gone;
    expect(await knock(rig.port)).toBe('ECONNREFUSED');
  });

  test('a body over 64 KB is refused and is no callback', async () => {
    const rig = await listen();
    const head = `POST ${rig.pathname} HTTP/1.1\r\nHost: ${rig.host}\r\n`;
    const answer = await raw(rig.port, `${head}Content-Length: 70000\r\n\r\n${'a'.repeat(70_000)}`);
    expect([statusOf(answer), rig.callbacks]).toEqual([413, []]);
  });

  test('both address families have the same port, where this machine has both', async (context) => {
    const probe = await knock(await freePort(), '::1');
    if (probe !== 'ECONNREFUSED') context.skip('this machine has no ::1');
    const rig = await listen();
    expect([await knock(rig.port), await knock(rig.port, '::1')]).toEqual(['open', 'open']);
    await rig.listener.close();
    expect(await knock(rig.port, '::1')).toBe('ECONNREFUSED');
  });

  test('a taken port says so, and nothing is left listening', async () => {
    const other = await serveRaw(() => undefined);
    const uri = `http://localhost:${other.port}/callback`;
    const failed = await listen(uri, true).catch((error: unknown) => error);
    await other.close();
    expect(failed).toBeInstanceOf(AppError);
    expect((failed as AppError).code).toBe('port-busy');
    expect([await knock(other.port), await knock(other.port, '::1')]).not.toContain('open');
  });

  test('C8: it does not open where the sign-in was stopped before, nor off this machine', async () => {
    const elsewhere = await listen('https://claude.ai/api/mcp/auth_callback', true).catch(
      (error: unknown) => (error as AppError).code,
    );
    expect(elsewhere).toBe('callback-elsewhere');
    const stopped = openLoopbackListener({
      redirectUri: 'http://localhost/callback',
      keepPath: false,
      clock: createFakeClock(),
      signal: AbortSignal.abort(),
      onCallback: () => undefined,
      onTimeout: () => undefined,
    });
    await expect(stopped).rejects.toThrow('aborted');
  });

  test('D15: a given port and path stay letter by letter', async () => {
    const port = await freePort();
    const rig = await listen(`http://127.0.0.1:${port}`, true);
    expect(rig.listener.redirectUri).toBe(`http://127.0.0.1:${port}`);
    await get(rig, '/?code=1');
    expect(rig.callbacks).toHaveLength(1);
  });

  test('C8: no bytes but a callback end it or get more than a refusal', async () => {
    const rig = await listen();
    const piece = fc.constantFrom(
      'GET ',
      'POST ',
      '/callback',
      ' HTTP/1.1\r\n',
      ' HTTP/1.0\r\n',
      'Host: localhost\r\n',
      `Host: ${rig.host}\r\n`,
      'Transfer-Encoding: chunked\r\n',
      'Content-Length: 5\r\n',
      'Upgrade: websocket\r\nConnection: Upgrade\r\n',
      '\r\n',
      '\u0000',
      '\n',
      'a'.repeat(20_000),
    );
    const bytes = fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(bytes, async (pieces) => {
        const answer = await raw(rig.port, `${pieces.join('')}\r\n\r\n\u0000`);
        expect(answer).toMatch(/^$|^E[A-Z]+$|^HTTP\/1\.1 (400|404|413|417|431) /);
        expect(rig.listener.isOpen()).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(rig.callbacks).toEqual([]);
  });
});
