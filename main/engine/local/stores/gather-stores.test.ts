import { describe, expect, test } from 'vitest';
import type { RunningClient } from '../../model/machine-facts.ts';
import { fakeFolder, fakeUnreadable, type FakeTree } from '../../testing/fake-files.ts';
import { createFakePorts, type FakePortsOptions } from '../../testing/fake-ports.ts';
import { gatherStores } from './gather-stores.ts';

const HOME = '/home/ada';
const CREDENTIALS = `${HOME}/.claude/.credentials.json`;
const CACHE = `${HOME}/.claude/mcp-needs-auth-cache.json`;
const REMOTE = `${HOME}/.mcp-auth`;
const HASH = '23f8b7709518bf3d0f9695eaa04146da';

/** As Claude Code 2.1.330 writes it. */
const NEWER = {
  mcpOAuth: {
    'rec|ae0250b28fa519f7': {
      serverName: 'rec',
      serverUrl: 'http://127.0.0.1:40311/mcp',
      accessToken: 'at-1',
      discoveryState: {
        authorizationServerUrl: 'http://127.0.0.1:40311',
        oauthMetadataFound: true,
      },
      clientId: 'cid-1',
      issuer: 'http://127.0.0.1:40311',
      redirectUri: 'http://localhost:59846/callback',
      refreshToken: 'rt-1',
      expiresAt: 1795450304959,
      scope: 'a b',
    },
  },
};
/** As 2.1.197 leaves it behind after a token request that failed. */
const UNUSABLE = {
  mcpOAuth: {
    'a|b|76a3d6e8deb0c1f2': {
      serverUrl: 'http://127.0.0.1:35767/mcp',
      accessToken: '',
      clientId: 'cid-1',
      discoveryState: { authorizationServerUrl: 'http://127.0.0.1:35767' },
      expiresAt: 0,
    },
  },
  claudeAiOauth: {
    accessToken: 'sk-ant-oat01-x1y2z3',
    refreshToken: '',
    expiresAt: 5,
    scopes: ['x'],
  },
};

const gather = (
  files: FakeTree,
  options: Omit<FakePortsOptions, 'files'> = {},
  running: readonly RunningClient[] | null = null,
) => gatherStores(createFakePorts({ ...options, files }), running, new AbortController().signal);
const json = (value: unknown): string => JSON.stringify(value);

describe('Claude Code', () => {
  test('an entry becomes facts: what is kept, and what is public', async () => {
    const { signIns, places } = await gather({ [CREDENTIALS]: json(NEWER) });
    expect(signIns).toEqual([
      {
        client: 'claude-code',
        file: CREDENTIALS,
        pointer: '/mcpOAuth/rec|ae0250b28fa519f7',
        server: 'rec',
        url: 'http://127.0.0.1:40311/mcp',
        hash: null,
        version: null,
        access: 'present',
        refresh: 'present',
        expiresAt: 1795450304959,
        clientId: 'cid-1',
        issuer: 'http://127.0.0.1:40311',
        redirectUris: ['http://localhost:59846/callback'],
        scope: 'a b',
        modifiedAt: 0,
        discovered: {
          authorizationServer: 'http://127.0.0.1:40311',
          resourceMetadata: null,
          issuer: 'http://127.0.0.1:40311',
        },
      },
    ]);
    expect(places).toMatchObject([{ file: CREDENTIALS, state: 'ok' }]);
  });

  test('an empty token and a time of expiry of 0 are told as they stand', async () => {
    const { signIns } = await gather({ [CREDENTIALS]: json(UNUSABLE) });
    expect(signIns[0]).toMatchObject({
      server: 'a|b',
      access: 'empty',
      refresh: 'none',
      expiresAt: 0,
      issuer: 'http://127.0.0.1:35767',
    });
  });

  test('the sign-in to Claude itself is told without a server', async () => {
    const { signIns } = await gather({ [CREDENTIALS]: json(UNUSABLE) });
    expect(signIns[1]).toMatchObject({
      pointer: '/claudeAiOauth',
      server: null,
      url: null,
      access: 'present',
      refresh: 'empty',
    });
  });

  test('what it noted as asking for a sign-in is told with its times', async () => {
    const cache = {
      rec: { timestamp: 1795446718082, ttlMs: 90000 },
      old: { timestamp: 1 },
      odd: 7,
    };
    const { needsAuth } = await gather({ [CACHE]: json(cache) });
    expect(needsAuth).toEqual([
      { file: CACHE, pointer: '/rec', server: 'rec', since: 1795446718082, ttlMs: 90000 },
      { file: CACHE, pointer: '/old', server: 'old', since: 1, ttlMs: null },
    ]);
  });

  test('CLAUDE_CONFIG_DIR moves the store, and not that of a copied profile', async () => {
    const files = { '/moved/.credentials.json': json(NEWER) };
    const env = { CLAUDE_CONFIG_DIR: '/moved' };
    expect((await gather(files, { env })).signIns).toHaveLength(1);
    expect((await gather(files, { env, copied: true })).signIns).toEqual([]);
  });

  test.each([
    ['unreadable', fakeUnreadable('another program has it locked'), 'unreadable'],
    ['protected', fakeUnreadable('permission denied'), 'protected'],
    ['a folder', fakeFolder(), 'folder'],
    ['empty', ' ', 'empty'],
    ['no JSON', '{"mcpOAuth":', 'broken'],
    ['a list', '[]', 'broken'],
    ['too large', new Uint8Array(4 * 1024 * 1024 + 1), 'too-large'],
  ])('a file that is %s is told as that', async (_, entry, state) => {
    const { places, signIns } = await gather({ [CREDENTIALS]: entry });
    expect(places).toMatchObject([{ client: 'claude-code', file: CREDENTIALS, state }]);
    expect(signIns).toEqual([]);
  });
});

describe('mcp-remote', () => {
  const client = {
    client_id: 'cid',
    client_secret: 's',
    redirect_uris: ['http://localhost:12543/oauth/callback'],
  };
  const tokens = {
    access_token: 'at',
    refresh_token: 'rt',
    expires_at: 9,
    scope: 'a',
    issuer: 'https://as.acme.dev',
  };
  const folder = (version: string) => ({
    [`${REMOTE}/mcp-remote-${version}/${HASH}_client_info.json`]: json(client),
    [`${REMOTE}/mcp-remote-${version}/${HASH}_tokens.json`]: json(tokens),
  });

  test('the files of one hash are one sign-in', async () => {
    const { signIns, places } = await gather(folder('v1'));
    expect(signIns).toMatchObject([
      {
        client: 'mcp-remote',
        file: `${REMOTE}/mcp-remote-v1/${HASH}_tokens.json`,
        hash: HASH,
        version: null,
        access: 'present',
        refresh: 'present',
        expiresAt: 9,
        clientId: 'cid',
        issuer: 'https://as.acme.dev',
        redirectUris: ['http://localhost:12543/oauth/callback'],
      },
    ]);
    expect(places).toMatchObject([{ client: 'mcp-remote', file: `${REMOTE}/mcp-remote-v1` }]);
  });

  test('every version has a folder of its own', async () => {
    const { signIns } = await gather({ ...folder('0.1.29'), ...folder('0.1.37'), ...folder('v1') });
    expect(signIns.map(({ version }) => version)).toEqual(['0.1.29', '0.1.37', null]);
  });

  test('a registration without tokens is there, a verifier alone is not', async () => {
    const path = `${REMOTE}/mcp-remote-v1/${HASH}`;
    const registered = await gather({ [`${path}_client_info.json`]: json(client) });
    expect(registered.signIns).toMatchObject([{ access: 'none', clientId: 'cid' }]);
    const verifier = await gather({ [`${path}_code_verifier_0a-1b.txt`]: 'verifier' });
    expect(verifier.signIns).toEqual([]);
  });

  test('an address is told where the hash proves it', async () => {
    const path = `${REMOTE}/mcp-remote-v1/${HASH}_discovery_state_0a.json`;
    const state = (resource: string) => json({ resourceMetadata: { resource } });
    const url = 'http://127.0.0.1:34359/mcp';
    const proven = await gather({ ...folder('v1'), [path]: state(url) });
    expect(proven.signIns[0]?.url).toBe(url);
    const other = await gather({ ...folder('v1'), [path]: state('https://else.dev/mcp') });
    expect(other.signIns[0]?.url).toBeNull();
  });

  test('MCP_REMOTE_CONFIG_DIR moves the store', async () => {
    const files = { [`/moved/mcp-remote-v1/${HASH}_tokens.json`]: json(tokens) };
    const { signIns } = await gather(files, { env: { MCP_REMOTE_CONFIG_DIR: '/moved' } });
    expect(signIns).toHaveLength(1);
  });

  describe('a lock', () => {
    const path = `${REMOTE}/mcp-remote-0.1.37/${HASH}_lock.json`;
    const lock = { [path]: json({ pid: 77, port: 12543, timestamp: 1_000 }) };
    const remote = { pid: 77, parent: 1, hasWindow: null, program: '/usr/bin/node' };
    const asRemote = { ...remote, args: ['/x/.bin/mcp-remote', 'https://a.dev/mcp'] };

    test('is told with process and port', async () => {
      expect((await gather(lock)).locks).toEqual([
        {
          file: path,
          hash: HASH,
          version: '0.1.37',
          pid: 77,
          port: 12543,
          startedAt: 1_000,
          alive: null,
        },
      ]);
    });

    test.each([
      ['not running', [], false],
      ['another program of that id', [{ ...remote, args: ['/x/vite.js'] }], false],
      ['mcp-remote', [asRemote], true],
      ['one whose arguments are not seen', [{ ...remote, args: [] }], true],
    ])('of a process that is %s', async (_, processes, alive) => {
      const { locks } = await gather(lock, { machine: { processes } });
      expect(locks).toMatchObject([{ alive }]);
    });

    test('of a process that was seen running already needs no second look', async () => {
      const running = [
        { client: 'mcp-remote', pid: 77, program: 'node', hasWindow: null } as const,
      ];
      expect((await gather(lock, {}, running)).locks).toMatchObject([{ alive: true }]);
    });
  });
});

test('G16: an empty home has no stores, and nothing is read outside of the known folders', async () => {
  const ports = createFakePorts({ files: { [`${HOME}/.ssh/id_rsa`]: 'x' } });
  const stores = await gatherStores(ports, null, new AbortController().signal);
  expect(stores).toEqual({ places: [], signIns: [], needsAuth: [], locks: [], keychain: null });
  for (const path of ports.files.asked)
    expect(path.startsWith(`${HOME}/.claude/`) || path.startsWith(REMOTE)).toBe(true);
});

test('a run that was stopped reads nothing', async () => {
  const ports = createFakePorts({ files: { [CREDENTIALS]: json(NEWER) } });
  expect((await gatherStores(ports, null, AbortSignal.abort())).signIns).toEqual([]);
  expect(ports.files.asked).toEqual([]);
});
