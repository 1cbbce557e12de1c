import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../engine/ports.ts';
import { OUTBOUND_LIMITS } from '../../engine/safety/outbound-limits.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { createHttpRig, get, getRequest, NEVER } from '../testing/http-rig.ts';
import { deferred } from '../testing/deferred.ts';
import { serveHttp, serveRaw } from '../testing/loopback-server.ts';

const rig = createHttpRig();
afterEach(rig.clean);
/** For a busy machine; the condition comes as soon as the server has answered. */
const PATIENT = { timeout: 5_000, interval: 5 };
const CAP = OUTBOUND_LIMITS.bodyBytes;

/** Serves one kind of response to everything; says when a response was begun and when it closed. */
async function serving(respond: (response: ServerResponse) => void) {
  const began = deferred<ServerResponse>();
  const server = await rig.keep(
    serveHttp((_, response) => {
      respond(response);
      began.resolve(response);
    }),
  );
  return { ...server, began: began.promise };
}

function bodyOf(outcome: HttpOutcome): string {
  if (outcome.kind === 'failure') throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.response.body;
}

describe('E5, D20: a body costs at most its cap', () => {
  test('a body without end is cut at the cap and its connection is closed', async () => {
    const server = await serving((response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(65536), more));
      more();
    });
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ kind: 'response', response: { status: 200, truncated: true } });
    expect(bodyOf(outcome)).toHaveLength(CAP);
    const response = await server.began;
    if (!response.closed) await once(response, 'close');
    expect(response.closed).toBe(true);
  });

  test('a body of 10 MB is cut at the cap', async () => {
    const server = await serving((response) => response.end('y'.repeat(10_000_000)));
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: true } });
    expect(bodyOf(outcome)).toHaveLength(CAP);
  });

  test('a body of exactly the cap is whole', async () => {
    const server = await serving((response) => response.end('z'.repeat(CAP)));
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: false } });
    expect(bodyOf(outcome)).toHaveLength(CAP);
  });

  const BOMBS = [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const;
  const packed = (coding: string, compress: (body: Buffer) => Buffer, size: number) => {
    const body = compress(Buffer.alloc(size, 'a'));
    return serving((response) => response.writeHead(200, { 'Content-Encoding': coding }).end(body));
  };

  test.each(BOMBS)('a %s bomb of 20 MB costs no more than the cap', async (coding, compress) => {
    const server = await packed(coding, compress, 20_000_000);
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: true } });
    expect(bodyOf(outcome).length).toBeLessThanOrEqual(CAP);
  });

  test.each(BOMBS)('a %s bomb under the cap is left by its ratio', async (coding, compress) => {
    const server = await packed(coding, compress, CAP - 1);
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: true } });
    expect(bodyOf(outcome).length).toBeLessThan(CAP - 1);
  });

  test('a small body may be compressed as well as it likes', async () => {
    const server = await packed('gzip', gzipSync, OUTBOUND_LIMITS.inflateFloorBytes);
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: false } });
  });

  test('a character that the cap cuts in two is left out', async () => {
    const server = await serving((response) => response.end(`x${'ä'.repeat(CAP)}`));
    const body = bodyOf(await get(rig.open(server.origin), server.origin));
    expect(body).toBe(`x${'ä'.repeat(CAP / 2 - 1)}`);
  });
});

describe('content codings', () => {
  const text = JSON.stringify({ hello: 'wörld', list: Array.from({ length: 500 }, (_, i) => i) });
  const same = (body: Buffer): Buffer => body;
  const codings: readonly (readonly [string, (body: Buffer) => Buffer])[] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', same],
    ['unheard-of', same],
  ];
  test.each(codings)('%s is undone', async (coding, compress) => {
    const server = await serving((response) =>
      response.writeHead(200, { 'Content-Encoding': coding }).end(compress(Buffer.from(text))),
    );
    expect(bodyOf(await get(rig.open(server.origin), server.origin))).toBe(text);
  });

  test('a body that is not what its coding says is a failure of protocol', async () => {
    const server = await serving((response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip at all'),
    );
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ failure: 'protocol', code: 'Z_DATA_ERROR' });
  });

  test('no body at all is an empty body whatever the coding', async () => {
    const server = await serving((response) =>
      response.writeHead(204, { 'Content-Encoding': 'gzip' }).end(),
    );
    expect(bodyOf(await get(rig.open(server.origin), server.origin))).toBe('');
  });

  test('a byte order mark is not part of the text', async () => {
    const server = await serving((response) => response.end('\uFEFF{}'));
    expect(bodyOf(await get(rig.open(server.origin), server.origin))).toBe('{}');
  });
});

describe('E5: headers are limited', () => {
  test('more than 64 KB of them is a failure of protocol', async () => {
    const server = await serving((response) =>
      response.writeHead(200, { 'X-Long': 'a'.repeat(OUTBOUND_LIMITS.headerBytes) }).end(),
    );
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ failure: 'protocol', code: 'HPE_HEADER_OVERFLOW' });
  });

  test('more than 200 lines of them is a failure of protocol', async () => {
    const many = Array.from({ length: OUTBOUND_LIMITS.headerCount }, (_, i) => [`X-${i}`, '1']);
    const server = await serving((response) =>
      response.writeHead(200, Object.fromEntries(many)).end(),
    );
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ failure: 'protocol', code: 'TOO_MANY_HEADERS' });
  });
});

describe('E5: every phase has its deadline', () => {
  test('a resolver that does not answer ends at the connect deadline', async () => {
    const clock = createFakeClock();
    const asked = deferred<void>();
    const resolve = () => {
      asked.resolve();
      return new Promise<never>(() => undefined);
    };
    const pending = get(
      rig.open('http://slow.example/', { clock, resolve }),
      'http://slow.example/',
    );
    await asked.promise;
    clock.advance(OUTBOUND_LIMITS.connectMs);
    expect(await pending).toMatchObject({ failure: 'timeout', code: 'CONNECT_TIMEOUT' });
    expect(clock.pending).toBe(0);
  });

  test('a TLS handshake that does not end is left at the connect deadline', async () => {
    const clock = createFakeClock();
    const server = await rig.keep(serveRaw(() => undefined, 'https'));
    const pending = get(rig.open(server.origin, { clock }), server.origin);
    await server.accepted(1);
    clock.advance(OUTBOUND_LIMITS.connectMs - 1);
    clock.advance(1);
    expect(await pending).toMatchObject({ failure: 'timeout', code: 'CONNECT_TIMEOUT' });
  });

  test('headers that do not come are left at the header deadline', async () => {
    const clock = createFakeClock();
    const server = await serving(() => undefined);
    const pending = get(rig.open(server.origin, { clock }), server.origin);
    await server.began;
    clock.advance(OUTBOUND_LIMITS.headersMs);
    expect(await pending).toMatchObject({ failure: 'timeout', code: 'HEADERS_TIMEOUT' });
    expect(clock.pending).toBe(0);
  });

  test('header lines that come one by one do not move the deadline', async () => {
    const clock = createFakeClock();
    const server = await rig.keep(
      serveRaw((socket) =>
        socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nX-A: 1\r\n')),
      ),
    );
    const pending = get(rig.open(server.origin, { clock }), server.origin);
    await server.accepted(1);
    await expect.poll(() => clock.nextIn, PATIENT).toBe(OUTBOUND_LIMITS.headersMs);
    clock.advance(OUTBOUND_LIMITS.headersMs);
    expect(await pending).toMatchObject({ failure: 'timeout', code: 'HEADERS_TIMEOUT' });
  });

  test('a body that drips ends at the total deadline with what came', async () => {
    const clock = createFakeClock();
    const server = await serving((response) => response.write('{"slow":'));
    const pending = get(rig.open(server.origin, { clock }), server.origin);
    await server.began;
    await expect.poll(() => clock.nextIn, PATIENT).toBe(OUTBOUND_LIMITS.totalMs);
    clock.advance(OUTBOUND_LIMITS.totalMs);
    expect(await pending).toMatchObject({ response: { status: 200, truncated: true } });
    expect(clock.pending).toBe(0);
  });
});

describe('an event stream does not hold us', () => {
  const STREAM = { 'Content-Type': 'text/event-stream; charset=utf-8' };

  test('it is left after its first event', async () => {
    const events = ': hello\n\nid: 1\ndata: \n\ndata: {"a":1}\n\ndata: {"b":2}\n\n';
    const server = await serving((response) => response.writeHead(200, STREAM).write(events));
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ response: { truncated: true } });
    expect(bodyOf(outcome)).toBe(': hello\n\nid: 1\ndata: \n\ndata: {"a":1}\n\n');
  });

  test('it is left after a second of silence, with what came', async () => {
    const clock = createFakeClock();
    const server = await serving((response) => response.writeHead(200, STREAM).write(': ping\n\n'));
    const pending = get(rig.open(server.origin, { clock }), server.origin);
    await server.began;
    await expect.poll(() => clock.nextIn, PATIENT).toBe(OUTBOUND_LIMITS.streamSilenceMs);
    clock.advance(OUTBOUND_LIMITS.streamSilenceMs);
    const outcome = await pending;
    expect(outcome).toMatchObject({ response: { status: 200, truncated: true } });
  });

  test('one that owes the reply to a POST is given longer', async () => {
    const clock = createFakeClock();
    const server = await serving((response) => response.writeHead(200, STREAM).flushHeaders());
    const session = rig.open(server.origin, { clock });
    const pending = session.send(getRequest(server.origin, { method: 'POST', body: '{}' }), NEVER);
    const response = await server.began;
    await expect.poll(() => clock.nextIn, PATIENT).toBe(OUTBOUND_LIMITS.streamReplyMs);
    clock.advance(OUTBOUND_LIMITS.streamSilenceMs);
    response.write('data: late\n\n');
    expect(bodyOf(await pending)).toBe('data: late\n\n');
  });

  test('one that the server ends by itself is whole', async () => {
    const server = await serving((response) => response.writeHead(200, STREAM).end('event: x\n\n'));
    expect(await get(rig.open(server.origin), server.origin)).toMatchObject({
      response: { body: 'event: x\n\n', truncated: false },
    });
  });
});
