import { rootCertificates } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HostFacts } from '../../engine/ports.ts';
import { OUTBOUND_LIMITS } from '../../engine/safety/outbound-limits.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { authority, certificate, type CertificateWishes } from '../testing/certificates.ts';
import { createHttpRig, get, NEVER, type RigOptions } from '../testing/http-rig.ts';
import { freePort, serveHttp, serveRaw, type TlsFiles } from '../testing/loopback-server.ts';
import type { HttpInternals } from './create-http.ts';

const rig = createHttpRig();
afterEach(rig.clean);
const OK = (_: unknown, response: { end(text: string): unknown }) => void response.end('ok');
const HERE = () => Promise.resolve(['127.0.0.1']);

let ca: TlsFiles;
let signed: TlsFiles;
beforeAll(async () => {
  ca = await authority();
  signed = await certificate({ ca, names: ['mcp.example'] });
});

/** Serves TLS and looks at it under the name mcp.example. */
async function seen(tls: TlsFiles, internals: HttpInternals = {}, more: RigOptions = {}) {
  const server = await rig.keep(serveHttp(OK, tls));
  const url = `https://mcp.example:${server.port}/mcp`;
  const session = rig.open(url, { resolve: HERE, ...internals }, more);
  const facts = await session.inspect(url, 'user', NEVER);
  expect(server.requests).toEqual([]);
  return facts!;
}

async function made(wishes: CertificateWishes): Promise<TlsFiles> {
  return certificate({ names: ['mcp.example'], ...wishes });
}

const inspect = (url: string, internals: HttpInternals = {}, signal = NEVER) =>
  rig.open(url, internals).inspect(url, 'user', signal);

describe('the names of a host', () => {
  test('every answer of the resolver is told with its family and class', async () => {
    const resolve = () => Promise.resolve(['93.184.216.34', 'fd00::1', '10.0.0.7']);
    expect(await inspect('http://mcp.example/mcp', { resolve })).toEqual({
      host: 'mcp.example',
      port: 80,
      addresses: [
        { address: '93.184.216.34', family: 4, class: 'public' },
        { address: 'fd00::1', family: 6, class: 'private' },
        { address: '10.0.0.7', family: 4, class: 'private' },
      ],
      mapped: false,
      dnsFailure: null,
      tls: null,
    });
  });

  test('a name that does not resolve says so', async () => {
    const coded = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect(
      await inspect('https://mcp.example/', { resolve: () => Promise.reject(coded) }),
    ).toMatchObject({
      addresses: [],
      dnsFailure: { code: 'ENOTFOUND', message: 'no such name' },
      tls: null,
    });
  });

  test('a host that --connect-to sends elsewhere is marked', async () => {
    const connectTo = [{ host: 'mcp.example', port: 80, toHost: '127.0.0.1', toPort: 8080 }];
    const session = rig.open('http://mcp.example/', {}, { connectTo });
    expect(await session.inspect('http://mcp.example/', 'server', NEVER)).toMatchObject({
      host: 'mcp.example',
      port: 80,
      mapped: true,
      addresses: [{ address: '127.0.0.1', class: 'loopback' }],
    });
  });
});

describe('E6: what a TLS server sent is known, also where it is refused', () => {
  const LEAF = { subject: 'test server', issuer: 'test authority' };
  const ROOT = { subject: 'test authority', issuer: 'test authority' };
  const failed = (facts: HostFacts) => ({
    code: facts.tls?.failure?.code,
    sent: facts.tls?.sent.map(({ subject, issuer }) => ({ subject, issuer })),
    trustedBy: facts.tls?.trustedBy,
  });

  test('a chain in order: protocol, names, dates, and no failure', async () => {
    const { tls } = await seen(signed, {}, { ca: ca.cert });
    expect(tls).toMatchObject({ protocol: 'TLSv1.3', trustedBy: 'added', failure: null });
    expect(tls?.sent).toEqual([
      {
        ...LEAF,
        validFrom: expect.any(Number),
        validTo: expect.any(Number),
        names: ['mcp.example', '127.0.0.1'],
      },
    ]);
    const [leaf] = tls!.sent;
    expect(leaf!.validTo - leaf!.validFrom).toBe(60 * 86_400_000);
  });

  test('an authority that nobody trusts and that is not sent', async () => {
    expect(failed(await seen(signed))).toEqual({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      sent: [LEAF],
      trustedBy: null,
    });
  });

  test('an authority that nobody trusts and that is sent', async () => {
    const whole = { ...signed, cert: `${signed.cert}\n${ca.cert}` };
    expect(failed(await seen(whole))).toEqual({
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
      sent: [LEAF, ROOT],
      trustedBy: null,
    });
  });

  test.each<[string, CertificateWishes, string]>([
    ['self-signed', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', { expired: true }, 'CERT_HAS_EXPIRED'],
    ['valid from tomorrow on', { tooEarly: true }, 'CERT_NOT_YET_VALID'],
  ])('one that is %s', async (_, wishes, code) => {
    const facts = await seen(await made(wishes));
    expect(failed(facts)).toMatchObject({ code, sent: [{ subject: 'test server' }] });
  });

  test('one for another name, with the names that it has', async () => {
    const facts = await seen(
      await made({ ca, names: ['other.example', 'b.example'], ip: false }),
      {},
      { ca: ca.cert },
    );
    expect(facts.tls).toMatchObject({
      failure: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      sent: [{ names: ['other.example', 'b.example'] }],
    });
  });

  test('nothing newer than TLS 1.1: no certificate is seen, and the alert is told in words', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const { tls } = await seen({ ...signed, ...old }, {}, { ca: ca.cert });
    expect(tls).toEqual({
      protocol: null,
      sent: [],
      trustedBy: null,
      failure: {
        code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
        message: 'tlsv1 alert protocol version',
      },
    });
  });

  test('plain HTTP where TLS was asked', async () => {
    const server = await rig.keep(serveHttp(OK));
    const facts = await inspect(server.origin.replace('http:', 'https:'));
    expect(facts?.tls?.failure).toEqual({
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      message: 'wrong version number',
    });
  });

  test('an address literal is asked without a server name', async () => {
    const server = await rig.keep(serveHttp(OK, signed));
    const session = rig.open(server.origin, {}, { ca: ca.cert });
    const facts = await session.inspect(server.origin, 'user', NEVER);
    expect(facts).toMatchObject({ host: '127.0.0.1', tls: { failure: null } });
  });

  test('a port on which nobody listens has no TLS to tell of', async () => {
    const facts = await inspect(`https://127.0.0.1:${await freePort()}/`);
    expect(facts).toMatchObject({ dnsFailure: null, tls: null });
  });

  test('C9: a request to the same server is refused all the same', async () => {
    const server = await rig.keep(serveHttp(OK, signed));
    const session = rig.open(server.origin);
    await session.inspect(server.origin, 'user', NEVER);
    expect(await get(session, server.origin)).toMatchObject({ failure: 'tls' });
    expect(server.requests).toEqual([]);
  });
});

describe('E6: whose authority vouches for it', () => {
  test.each<[string, HttpInternals, string | null]>([
    ['the system’s', { trust: { env: {}, system: () => [ca.cert] } }, 'system'],
    ['nobody’s', { trust: { env: {}, system: () => [...rootCertificates] } }, null],
  ])('%s', async (_, internals, trustedBy) => {
    expect((await seen(signed, internals)).tls?.trustedBy).toBe(trustedBy);
  });

  test('the system’s comes before one that was added', async () => {
    const internals = { trust: { env: {}, system: () => [ca.cert] } };
    const { tls } = await seen(signed, internals, { ca: ca.cert });
    expect(tls?.trustedBy).toBe('system');
  });

  test('a self-signed certificate that the user added vouches for itself', async () => {
    const own = await made({});
    expect((await seen(own, {}, { ca: own.cert })).tls).toMatchObject({ trustedBy: 'added' });
  });
});

describe('an inspection is held to what a request is held to', () => {
  test('E2: a loopback address that a public server named is not connected to', async () => {
    const server = await rig.keep(serveHttp(OK, signed));
    const session = rig.open('https://8.8.8.8/mcp');
    expect(await session.inspect(server.origin, 'server', NEVER)).toBeNull();
    expect(server.connections()).toBe(0);
  });

  test.each(['file:///etc/passwd', 'https://ada@mcp.example/', 'javascript:alert(1)', 'x'])(
    'D6: %s is not looked at',
    async (url) => {
      expect(await rig.open('https://mcp.example/').inspect(url, 'server', NEVER)).toBeNull();
    },
  );

  test('E3: it goes where the first answer of the resolver said, and asks no second time', async () => {
    const server = await rig.keep(serveHttp(OK, signed));
    const answers = [['127.0.0.1'], ['10.255.255.1']];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    const url = `https://mcp.example:${server.port}/`;
    const session = rig.open(url, { resolve }, { ca: ca.cert });
    await session.inspect(url, 'user', NEVER);
    expect(await session.inspect(url, 'user', NEVER)).toMatchObject({ tls: { failure: null } });
    expect([asked, server.connections()]).toEqual([1, 2]);
  });

  test('E5: a handshake that does not end is left at the connect deadline', async () => {
    const clock = createFakeClock();
    const server = await rig.keep(serveRaw(() => undefined, 'https'));
    const pending = inspect(server.origin, { clock });
    await server.accepted(1);
    clock.advance(OUTBOUND_LIMITS.connectMs);
    const facts = await pending;
    // Whether the connection or the handshake was waited for depends on who was told first.
    expect(facts?.tls?.failure?.code ?? 'CONNECT_TIMEOUT').toBe('CONNECT_TIMEOUT');
    expect(clock.pending).toBe(0);
  });

  test('E5: a resolver that does not answer is left at the connect deadline', async () => {
    const clock = createFakeClock();
    const resolve = () => new Promise<never>(() => undefined);
    const pending = inspect('https://slow.example/', { clock, resolve });
    clock.advance(OUTBOUND_LIMITS.connectMs);
    expect(await pending).toMatchObject({ dnsFailure: { code: 'CONNECT_TIMEOUT' }, tls: null });
  });

  test('L1: an abort ends it, and so does the end of the session', async () => {
    const server = await rig.keep(serveRaw(() => undefined, 'https'));
    const stop = new AbortController();
    const aborted = inspect(server.origin, {}, stop.signal);
    await server.accepted(1);
    stop.abort();
    expect(await aborted).toBeNull();
    const session = rig.open(server.origin);
    const closed = session.inspect(server.origin, 'user', NEVER);
    await server.accepted(2);
    session.close();
    expect(await closed).toBeNull();
  });
});
