import { getEventListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../engine/ports.ts';
import { OUTBOUND_LIMITS } from '../../engine/safety/outbound-limits.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { certificate } from '../testing/certificates.ts';
import { deferred } from '../testing/deferred.ts';
import { createHttpRig, get, getRequest, NEVER } from '../testing/http-rig.ts';
import { serveHttp, serveRaw } from '../testing/loopback-server.ts';
import { TOOL } from '../tool.ts';

const rig = createHttpRig();
afterEach(rig.clean);

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly raw: readonly string[];
  readonly body: string;
}

/** A server that remembers what arrived, byte for byte. */
async function recording() {
  const seen: Seen[] = [];
  const server = await rig.keep(
    serveHttp((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('latin1');
        seen.push({ headers: request.headers, raw: request.rawHeaders, body });
        response.end('ok');
      });
    }),
  );
  return { ...server, seen };
}

describe('H9: what stands for a secret is never sent', () => {
  test.each([
    ['in the address', { url: '/mcp?token=…' }],
    ['encoded in the address', { url: '/mcp?token=%E2%80%A6' }],
    ['in a header', { headers: [['authorization', 'Bearer [access token 1]']] }],
    ['in a form', { body: 'code=%5Bcode+2%5D' }],
    ['in JSON', { body: '{"key":"\\u2022\\u2022"}' }],
    ['as a tag of a bundle', { body: 'token=[secret 4f2a]' }],
  ] as const)('%s', async (_, part) => {
    const server = await recording();
    const { url = '/mcp', headers = [], body = null } = part as Partial<HttpRequest>;
    const session = rig.open(server.origin);
    const request = getRequest(server.origin + url, { method: 'POST', headers, body });
    expect(await session.send(request, NEVER)).toMatchObject({ kind: 'failure', code: 'MASKED' });
    expect(server.seen).toEqual([]);
  });
});

/** The first requests of both eras, as their revisions write them. */
const ERAS = {
  '2025-11-25': {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'ünblank ✓', version: '1' },
    },
  },
  '2026-07-28': {
    jsonrpc: '2.0',
    id: 1,
    method: 'server/discover',
    params: { _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' } },
  },
};

describe('what a request carries', () => {
  test.each(Object.entries(ERAS))(
    'the POST body of %s arrives byte for byte',
    async (era, call) => {
      const server = await recording();
      const body = JSON.stringify(call);
      const headers = [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json, text/event-stream'],
        ['MCP-Protocol-Version', era],
      ] as const;
      const request = getRequest(server.origin, { method: 'POST', body, headers });
      await rig.open(server.origin).send(request, NEVER);
      const [arrived] = server.seen;
      expect(arrived?.body).toBe(Buffer.from(body).toString('latin1'));
      expect(arrived?.headers).toMatchObject({
        'content-length': String(Buffer.byteLength(body)),
        'mcp-protocol-version': era,
        accept: 'application/json, text/event-stream',
      });
      expect(arrived?.raw).toContain('MCP-Protocol-Version');
    },
  );

  test('E10: the User-Agent names us, unless the request tries another on purpose', async () => {
    const server = await recording();
    const session = rig.open(server.origin);
    await get(session, server.origin);
    const headers = [['User-Agent', 'Claude-User']] as const;
    await session.send(getRequest(server.origin, { headers }), NEVER);
    const agents = server.seen.map(({ headers: arrived }) => arrived['user-agent']);
    expect(agents).toEqual([`unblank/${TOOL.version}`, 'Claude-User']);
  });

  test('lines that belong to the connection cannot be given', async () => {
    const server = await recording();
    const headers = [
      ['Host', 'evil.example'],
      ['content-length', '9'],
      ['Transfer-Encoding', 'chunked'],
    ] as const;
    await rig.open(server.origin).send(getRequest(server.origin, { headers }), NEVER);
    expect(server.seen[0]?.headers.host).toBe(`127.0.0.1:${server.port}`);
    expect(server.seen[0]?.headers['transfer-encoding']).toBeUndefined();
  });

  test.each([
    ['X-Bad', 'a\r\nX-Injected: 1'],
    ['X Bad', 'a'],
    ['X-Bad', 'a\u0000b'],
    ['X-Bad', 'a\u2713'],
  ])('a header line that cannot be written is refused (%j: %j)', async (name, value) => {
    const server = await recording();
    const request = getRequest(server.origin, { headers: [[name, value]] });
    const outcome = await rig.open(server.origin).send(request, NEVER);
    expect(outcome).toMatchObject({ failure: 'policy', code: expect.stringMatching(/^ERR_/u) });
    expect(server.seen).toEqual([]);
  });

  test('the fragment stays here, the query goes', async () => {
    const server = await recording();
    await get(rig.open(server.origin), `${server.origin}/a%20b?c=d%26e#secret`);
    expect(server.requests).toEqual(['GET /a%20b?c=d%26e']);
  });
});

describe('connections', () => {
  test('a chain of requests pays one connection per host', async () => {
    const server = await recording();
    const session = rig.open(server.origin);
    for (let i = 0; i < 5; i++) await get(session, `${server.origin}/${i}`);
    expect([server.requests.length, server.connections()]).toEqual([5, 1]);
  });

  test('so does a chain over TLS', async () => {
    const made = await certificate();
    const server = await rig.keep(serveHttp((_, response) => void response.end('ok'), made));
    const session = rig.open(server.origin, {}, { ca: made.cert });
    for (let i = 0; i < 3; i++) {
      expect(await get(session, server.origin)).toMatchObject({ response: { body: 'ok' } });
    }
    expect(server.connections()).toBe(1);
  });

  test('a kept connection that the server closed meanwhile is not a finding', async () => {
    let answers = 0;
    const server = await rig.keep(
      serveRaw((socket) => {
        socket.on('data', () => {
          answers += 1;
          // The second request on a connection is met by a reset, as after an idle timeout.
          if (answers === 2) socket.resetAndDestroy();
          else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        });
      }),
    );
    const session = rig.open(server.origin);
    await get(session, server.origin);
    expect(await get(session, server.origin)).toMatchObject({ response: { body: 'ok' } });
    expect(server.connections()).toBe(2);
  });

  test('closing the session closes its connections, and it sends no more', async () => {
    const closed = deferred<void>();
    const server = await rig.keep(
      serveHttp((request, response) => {
        request.socket.once('close', () => closed.resolve());
        response.end('ok');
      }),
    );
    const session = rig.open(server.origin);
    await get(session, server.origin);
    session.close();
    session.close();
    await closed.promise;
    expect(await get(session, server.origin)).toMatchObject({ failure: 'cancelled' });
    expect(server.requests).toHaveLength(1);
  });

  test('closing one session leaves another alone', async () => {
    const server = await recording();
    const [one, other] = [rig.open(server.origin), rig.open(server.origin)];
    await Promise.all([get(one, server.origin), get(other, server.origin)]);
    one.close();
    expect(await get(other, server.origin)).toMatchObject({ kind: 'response' });
    expect(server.connections()).toBe(2);
  });

  test('a switch of protocols is told and its connection ended', async () => {
    const server = await rig.keep(
      serveRaw((socket) =>
        socket.once('data', () =>
          socket.write('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
        ),
      ),
    );
    expect(await get(rig.open(server.origin), server.origin)).toMatchObject({
      response: { status: 101, body: '' },
    });
  });
});

describe('L1: an abort ends a request at once, in every phase', () => {
  test('while the name is resolved', async () => {
    const asked = deferred<void>();
    const resolve = () => {
      asked.resolve();
      return new Promise<never>(() => undefined);
    };
    const stop = new AbortController();
    const url = 'http://slow.example/';
    const pending = rig.open(url, { resolve }).send(getRequest(url), stop.signal);
    await asked.promise;
    stop.abort();
    expect(await pending).toMatchObject({ failure: 'cancelled' });
  });

  test('during the TLS handshake', async () => {
    const server = await rig.keep(serveRaw(() => undefined, 'https'));
    const stop = new AbortController();
    const pending = rig.open(server.origin).send(getRequest(server.origin), stop.signal);
    await server.accepted(1);
    stop.abort();
    expect(await pending).toMatchObject({ failure: 'cancelled' });
  });

  test('in the middle of the body; what came is not taken for a response', async () => {
    const gone = deferred<void>();
    const began = deferred<void>();
    const server = await rig.keep(
      serveHttp((_, response) => {
        response.once('close', () => gone.resolve());
        response.write('half', () => began.resolve());
      }),
    );
    const stop = new AbortController();
    const pending = rig.open(server.origin).send(getRequest(server.origin), stop.signal);
    await began.promise;
    stop.abort();
    expect(await pending).toMatchObject({ failure: 'cancelled' });
    await gone.promise;
  });

  test('while the request waits for the rate limit', async () => {
    const server = await recording();
    const clock = createFakeClock();
    const session = rig.open(server.origin, { clock, limits: { burst: 1 } });
    await get(session, server.origin);
    const stop = new AbortController();
    const pending = session.send(getRequest(server.origin), stop.signal);
    stop.abort();
    expect(await pending).toMatchObject({ failure: 'cancelled' });
    expect([server.requests.length, clock.pending]).toEqual([1, 0]);
  });
});

test('E10: the request behind the burst to a host waits for its turn, and goes when it comes', async () => {
  const server = await recording();
  const clock = createFakeClock();
  const session = rig.open(server.origin, { clock });
  for (let i = 0; i < OUTBOUND_LIMITS.burst; i++) await get(session, server.origin);
  const pending = get(session, server.origin);
  expect(clock.nextIn).toBe(200);
  clock.advance(200);
  expect(await pending).toMatchObject({ kind: 'response' });
  expect(server.requests).toHaveLength(OUTBOUND_LIMITS.burst + 1);
});

test('L4: many requests at once are each answered with their own answer', async () => {
  const server = await rig.keep(serveHttp((request, response) => void response.end(request.url)));
  const session = rig.open(server.origin);
  const paths = Array.from({ length: 20 }, (_, i) => `/${i}`);
  const outcomes = await Promise.all(paths.map((path) => get(session, server.origin + path)));
  const bodies = outcomes.map((outcome) => outcome.kind === 'response' && outcome.response.body);
  expect(bodies).toEqual(paths);
});

test('a session has one listener on the signal of its run, and none once it is closed', async () => {
  const server = await recording();
  const stop = new AbortController();
  const session = rig.open(server.origin);
  const send = () => session.send(getRequest(server.origin), stop.signal);
  await Promise.all(Array.from({ length: 12 }, send));
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
  session.close();
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
});
