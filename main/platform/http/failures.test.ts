import { afterEach, describe, expect, test } from 'vitest';
import { FAILURE_KINDS } from '../../engine/ports.ts';
import { certificate } from '../testing/certificates.ts';
import { createHttpRig, get } from '../testing/http-rig.ts';
import { freePort, serveHttp, serveRaw } from '../testing/loopback-server.ts';
import { failureOf } from './failure.ts';

const rig = createHttpRig();
afterEach(rig.clean);

const coded = (code: string) => Object.assign(new Error(`said ${code}`), { code });
const OK = (_: unknown, response: { end(text: string): unknown }) => void response.end('ok');

test('a port on which nobody listens is refused', async () => {
  const url = `http://127.0.0.1:${await freePort()}/`;
  expect(await get(rig.open(url), url)).toMatchObject({ failure: 'refused', code: 'ECONNREFUSED' });
});

test('a connection that is reset before the headers is a reset', async () => {
  const server = await rig.keep(
    serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy())),
  );
  const outcome = await get(rig.open(server.origin), server.origin);
  expect(outcome).toMatchObject({ failure: 'reset', code: 'ECONNRESET' });
});

test('a connection that is closed without an answer is a reset', async () => {
  const server = await rig.keep(serveRaw((socket) => socket.once('data', () => socket.end())));
  expect(await get(rig.open(server.origin), server.origin)).toMatchObject({ failure: 'reset' });
});

test('a body that breaks off is a reset, not a short response', async () => {
  const server = await rig.keep(
    serveHttp((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    }),
  );
  expect(await get(rig.open(server.origin), server.origin)).toMatchObject({ failure: 'reset' });
});

test('a name that does not resolve is a failure of dns', async () => {
  const url = 'https://nowhere.example/';
  const session = rig.open(url, { resolve: () => Promise.reject(coded('ENOTFOUND')) });
  expect(await get(session, url)).toMatchObject({ failure: 'dns', code: 'ENOTFOUND' });
});

test('a name without any address is a failure of dns', async () => {
  const url = 'https://empty.example/';
  const session = rig.open(url, { resolve: () => Promise.resolve([]) });
  expect(await get(session, url)).toMatchObject({ failure: 'dns', code: 'ENODATA' });
});

test('a server that does not speak HTTP is a failure of protocol', async () => {
  const server = await rig.keep(serveRaw((socket) => socket.end('220 mail.example ESMTP\r\n')));
  expect(await get(rig.open(server.origin), server.origin)).toMatchObject({
    failure: 'protocol',
    code: expect.stringMatching(/^HPE_/u),
  });
});

describe('E6: TLS is verified, and every way it fails is told with its code', () => {
  const failing = async (wishes: Parameters<typeof certificate>[0], host = '127.0.0.1') => {
    const made = await certificate(wishes);
    const server = await rig.keep(serveHttp(OK, made));
    const url = `https://${host}:${server.port}/`;
    const session = rig.open(
      url,
      { resolve: () => Promise.resolve(['127.0.0.1']) },
      {
        ca: wishes?.expired === true || host !== '127.0.0.1' ? made.cert : null,
      },
    );
    const outcome = await get(session, url);
    expect(server.requests).toEqual([]);
    return outcome;
  };

  test('self-signed', async () => {
    const code = 'DEPTH_ZERO_SELF_SIGNED_CERT';
    expect(await failing({})).toMatchObject({ failure: 'tls', code });
  });

  test('expired', async () => {
    const code = 'CERT_HAS_EXPIRED';
    expect(await failing({ expired: true })).toMatchObject({ failure: 'tls', code });
  });

  test('made for another name', async () => {
    const outcome = await failing({ names: ['other.example'] }, 'mcp.example');
    expect(outcome).toMatchObject({ failure: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  test('made for a name, asked by address', async () => {
    const made = await certificate({ ip: false });
    const server = await rig.keep(serveHttp(OK, made));
    const session = rig.open(server.origin, {}, { ca: made.cert });
    const code = 'ERR_TLS_CERT_ALTNAME_INVALID';
    expect(await get(session, server.origin)).toMatchObject({ failure: 'tls', code });
  });

  test('plain HTTP where TLS was asked', async () => {
    const server = await rig.keep(serveHttp(OK));
    const url = server.origin.replace('http:', 'https:');
    expect(await get(rig.open(url), url)).toMatchObject({ failure: 'tls' });
  });

  test('closed in the middle of the handshake is a reset', async () => {
    const server = await rig.keep(
      serveRaw((socket) => socket.once('data', () => socket.end()), 'https'),
    );
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ failure: 'reset', code: 'ECONNRESET' });
  });

  test('nothing newer than TLS 1.1 is refused', async () => {
    const made = await certificate();
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const server = await rig.keep(serveHttp(OK, { ...made, ...old }));
    const session = rig.open(server.origin, {}, { ca: made.cert });
    expect(await get(session, server.origin)).toMatchObject({ failure: 'tls' });
  });
});

test.each([
  ['EAI_AGAIN', 'dns'],
  ['EPIPE', 'reset'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['EPROTO', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['HPE_HEADER_OVERFLOW', 'protocol'],
  ['Z_DATA_ERROR', 'protocol'],
])('%s is a failure of %s', (code, kind) => {
  expect(failureOf(coded(code))).toEqual({
    kind: 'failure',
    failure: kind,
    code,
    message: `said ${code}`,
  });
  expect(FAILURE_KINDS).toContain(kind);
});

test('a code that no table holds is told as it is, with the kind of its phase', () => {
  expect(failureOf(coded('E_NEW'), 'dns')).toMatchObject({ failure: 'dns', code: 'E_NEW' });
  expect(failureOf('text')).toMatchObject({ failure: 'protocol', code: '', message: 'text' });
});
