import { afterEach, describe, expect, test } from 'vitest';
import { createHttpRig, get, getRequest, NEVER } from '../testing/http-rig.ts';
import { freePort, serveHttp } from '../testing/loopback-server.ts';
import { createTargets } from './target.ts';

const rig = createHttpRig();
afterEach(rig.clean);
const echoHost = () =>
  rig.keep(serveHttp((request, response) => void response.end(request.headers.host)));

describe('E3: what was judged is what is connected to', () => {
  test('a name that is rebound after its first answer keeps the first answer', async () => {
    const server = await echoHost();
    // The user's own place is loopback, the rebound answer is a private network.
    const answers = [['127.0.0.1'], ['10.255.255.1']];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    const url = `http://rebind.example:${server.port}/`;
    const session = rig.open(url, { resolve });
    for (let i = 0; i < 3; i++) {
      const outcome = await session.send(
        getRequest(url, { namedBy: 'server', headers: [['Connection', 'close']] }),
        NEVER,
      );
      expect(outcome).toMatchObject({ response: { body: `rebind.example:${server.port}` } });
    }
    expect(asked).toBe(1);
  });

  test('a public first answer and a loopback second one never reaches loopback', async () => {
    const server = await echoHost();
    const answers: Readonly<Record<string, string[][]>> = {
      'mcp.example': [['8.8.8.8'], ['127.0.0.1']],
      'auth.example': [['203.0.113.7'], ['127.0.0.1']],
    };
    const asked: string[] = [];
    const resolve = (host: string) => {
      asked.push(host);
      return Promise.resolve(answers[host]?.shift() ?? []);
    };
    const session = rig.open(`http://mcp.example:${server.port}/`, { resolve });
    const url = `http://auth.example:${server.port}/`;
    for (let i = 0; i < 2; i++) {
      const outcome = await session.send(getRequest(url, { namedBy: 'server' }), NEVER);
      expect(outcome).toMatchObject({ failure: 'policy', code: 'POLICY_ADDRESS' });
    }
    expect(asked).toEqual(['auth.example', 'mcp.example']);
    expect(server.connections()).toBe(0);
  });
});

describe('E2: an address that a server may not name gets no connection', () => {
  const publicUser = { resolve: () => Promise.resolve(['8.8.8.8']) };
  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['a short form', '127.1'],
    ['an octal form', '0177.0.0.1'],
    ['a number', '2130706433'],
    ['an IPv4-mapped form', '[::ffff:127.0.0.1]'],
    ['the unspecified address', '0.0.0.0'],
  ])('%s', async (_, host) => {
    const server = await echoHost();
    const session = rig.open('https://mcp.example/mcp', publicUser);
    const url = `http://${host}:${server.port}/`;
    const outcome = await session.send(getRequest(url, { namedBy: 'server' }), NEVER);
    expect(outcome).toMatchObject({ failure: 'policy', code: 'POLICY_ADDRESS' });
    expect(server.connections()).toBe(0);
  });

  test('a name with one loopback answer among public ones', async () => {
    const server = await echoHost();
    const resolve = (host: string) =>
      Promise.resolve(host === 'mcp.example' ? ['8.8.8.8'] : ['8.8.4.4', '127.0.0.1']);
    const session = rig.open('https://mcp.example/mcp', { resolve });
    const url = `http://auth.example:${server.port}/`;
    const outcome = await session.send(getRequest(url, { namedBy: 'server' }), NEVER);
    expect(outcome).toMatchObject({ failure: 'policy', code: 'POLICY_ADDRESS' });
    expect(server.connections()).toBe(0);
  });

  test('a connection that the user opened there does not open the way to a server', async () => {
    const server = await echoHost();
    const session = rig.open('https://mcp.example/mcp', publicUser);
    expect(await get(session, server.origin)).toMatchObject({ kind: 'response' });
    const outcome = await session.send(getRequest(server.origin, { namedBy: 'server' }), NEVER);
    expect(outcome).toMatchObject({ failure: 'policy' });
    expect(server.requests).toHaveLength(1);
  });

  test('the same address is allowed where the user sent the request with connect-to', async () => {
    const server = await echoHost();
    const connectTo = [
      { host: 'auth.example', port: 443, toHost: '127.0.0.1', toPort: server.port },
      { host: 'auth.example', port: 80, toHost: '127.0.0.1', toPort: server.port },
    ];
    const session = rig.open('https://mcp.example/mcp', publicUser, { connectTo });
    const request = getRequest('http://auth.example/x', { namedBy: 'server' });
    expect(await session.send(request, NEVER)).toMatchObject({
      response: { body: 'auth.example' },
    });
  });
});

describe('connect-to, as curl has it', () => {
  const resolve = (host: string) => Promise.resolve([`of ${host}`]);
  const rule = { host: 'a.example', port: 443, toHost: 'b.example', toPort: 8443 };
  test.each([
    ['the host and port that it names', [rule], 'a.example', 443, ['of b.example'], 8443],
    [
      'whatever the case',
      [{ ...rule, host: 'A.Example' }],
      'a.example',
      443,
      ['of b.example'],
      8443,
    ],
    ['no other port', [rule], 'a.example', 80, ['of a.example'], 80],
    ['no other host', [rule], 'c.example', 443, ['of c.example'], 443],
    ['any host and port', [{ ...rule, host: '', port: 0 }], 'c.example', 1, ['of b.example'], 8443],
    [
      'to the same host',
      [{ ...rule, toHost: '', toPort: 0 }],
      'a.example',
      443,
      ['of a.example'],
      443,
    ],
    ['to an IPv6 literal', [{ ...rule, toHost: '[::1]' }], 'a.example', 443, ['::1'], 8443],
  ])('sends %s', async (_, rules, host, port, addresses, toPort) => {
    const target = await createTargets(rules, resolve)(host, port);
    expect([target.addresses, target.port]).toEqual([addresses, toPort]);
  });
});

describe('the addresses of a name are tried in turn', () => {
  test('a dead address is passed over quickly', async () => {
    const server = await echoHost();
    // 127.0.0.2 is loopback as well, and nobody listens there on that port.
    const resolve = () => Promise.resolve(['127.0.0.2', '127.0.0.1']);
    const url = `http://two.example:${server.port}/`;
    expect(await get(rig.open(url, { resolve }), url)).toMatchObject({ response: { status: 200 } });
  });

  test('a dead IPv6 address is passed over to IPv4', async () => {
    const server = await echoHost();
    const resolve = () => Promise.resolve(['::1', '127.0.0.1']);
    const url = `http://both.example:${server.port}/`;
    expect(await get(rig.open(url, { resolve }), url)).toMatchObject({ response: { status: 200 } });
  });

  test('where all fail, the error that says most is told', async () => {
    const port = await freePort();
    const resolve = () => Promise.resolve(['fe80::1', '127.0.0.1']);
    const url = `http://dead.example:${port}/`;
    expect(await get(rig.open(url, { resolve }), url)).toMatchObject({ failure: 'refused' });
  });

  test('families take turns, beginning with the first of the resolver', async () => {
    const answers = ['::1', '::2', '::3', '10.0.0.1', '10.0.0.2'];
    const { addresses } = await createTargets([], () => Promise.resolve(answers))('x.example', 1);
    expect(addresses).toEqual(['::1', '10.0.0.1', '::2', '10.0.0.2', '::3']);
    const four = ['10.0.0.1', '::1', '::2'];
    const second = await createTargets([], () => Promise.resolve(four))('x.example', 1);
    expect(second.addresses).toEqual(['10.0.0.1', '::1', '::2']);
  });
});
