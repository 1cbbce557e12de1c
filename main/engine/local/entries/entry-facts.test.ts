import { describe, expect, test } from 'vitest';
import type { ServerEntry } from '../../model/evidence.ts';
import { CONFIG_LOCATIONS } from '../locations.ts';
import { readConfig } from '../read-config.ts';
import { remoteHash } from '../stores/remote-hash.ts';

const SET = new Set(['HOME_X']);

function read(entry: object, client = 'claude-code'): ServerEntry {
  const location = CONFIG_LOCATIONS.find((one) => one.client === client && one.scope !== 'plugin');
  if (location === undefined) throw new Error(`no file of ${client}`);
  const bytes = new TextEncoder().encode(JSON.stringify({ mcpServers: { a: entry } }));
  const found = readConfig(location, '/f', { kind: 'bytes', bytes }, (name) => SET.has(name));
  const [first] = found?.config.entries ?? [];
  if (first === undefined) throw new Error('no entry was read');
  return first;
}

const remote = (...args: string[]) =>
  read({ command: 'npx', args: ['-y', 'mcp-remote@0.15.1', 'https://x.dev/mcp', ...args] });
const kinds = (entry: ServerEntry): readonly string[] => entry.facts.map(({ kind }) => kind);
const SECRET = 'q7Zr4tLm0pXw2Kd9';

describe('variables', () => {
  test.each([
    ['${HOME_X}', { name: 'HOME_X', hasDefault: false, isSet: true }],
    ['${NOT_SET}', { name: 'NOT_SET', hasDefault: false, isSet: false }],
    ['${NOT_SET:-x}', { name: 'NOT_SET', hasDefault: true, isSet: false }],
  ])('%s', (text, fact) => {
    const entry = read({ type: 'http', url: `https://x.dev/${text}` });
    expect(entry.facts).toMatchObject([{ kind: 'variable', ...fact }]);
    expect(entry.url).toBe(`https://x.dev/${text}`);
  });
  test.each(['${input:key}', '${env:KEY}', '$HOME', '${}', '${1A}'])(
    '%s is none of these',
    (text) => {
      expect(kinds(read({ type: 'http', url: `https://x.dev/${text}` }))).not.toContain('variable');
    },
  );
});

describe('H1: secrets in plain text are told by name and place', () => {
  test.each([
    [
      { type: 'http', url: 'https://x.dev', headers: { Authorization: `Bearer ${SECRET}` } },
      'the header Authorization',
    ],
    [{ command: 'x', env: { API_KEY: SECRET } }, 'the variable API_KEY'],
    [{ command: 'x', env: { ANY: 'ghp_0123456789abcdefghij' } }, 'the variable ANY'],
    [{ command: 'x', args: ['--api-key', SECRET] }, 'an argument'],
    [{ command: 'x', args: [`--token=${SECRET}`] }, 'an argument'],
    [{ command: 'x', args: ['--header', `X-Api-Key: ${SECRET}`] }, 'an argument'],
    [{ type: 'http', url: `https://x.dev/mcp?token=${SECRET}` }, 'the address'],
  ])('%j', (entry, what) => {
    const { url, command, ...shown } = read(entry);
    expect(shown.facts.find(({ kind }) => kind === 'secret')).toMatchObject({ what });
    expect(JSON.stringify(shown)).not.toContain(SECRET);
  });
  test.each([
    [{ type: 'http', url: 'https://x.dev', headers: { Authorization: 'Bearer ${TOKEN}' } }],
    [{ command: 'x', env: { API_KEY: '' } }],
    [{ command: 'x', env: { API_KEY: 'your-api-key' } }],
    [{ command: 'x', env: { LOG_LEVEL: 'debug', TOKEN_FILE: '/run/token' } }],
    [{ command: 'x', args: ['--key-file', '/a/b', '--token', '--verbose'] }],
  ])('%j has none', (entry) => {
    expect(kinds(read(entry))).not.toContain('secret');
  });
});

describe('what an entry says of the sign-in', () => {
  test('oauth of Claude Code', () => {
    const oauth = {
      clientId: 'abc',
      callbackPort: 8080,
      scopes: 'read write',
      authServerMetadataUrl: 'https://auth.dev/.well-known/x?token=s3cret',
    };
    expect(read({ type: 'http', url: 'https://x.dev', oauth }).signIn).toEqual({
      clientId: 'abc',
      hasSecret: false,
      callbackPort: 8080,
      scopes: ['read', 'write'],
      serverMetadataUrl: 'https://auth.dev/.well-known/x?token=…',
    });
  });
  test('arguments of mcp-remote', () => {
    const info = JSON.stringify({ client_id: 'abc', client_secret: SECRET });
    const scope = JSON.stringify({ scope: 'a b' });
    const entry = remote(
      '9000',
      '--static-oauth-client-info',
      info,
      '--static-oauth-client-metadata',
      scope,
    );
    expect(entry.signIn).toEqual({
      clientId: 'abc',
      hasSecret: true,
      callbackPort: 9000,
      scopes: ['a', 'b'],
      serverMetadataUrl: null,
    });
    expect(JSON.stringify(entry)).not.toContain(SECRET);
  });
  test('G3: a file that an argument names is not opened', () => {
    const { signIn } = remote('--static-oauth-client-info', '@/home/ada/client.json');
    expect(signIn).toMatchObject({ clientId: null, hasSecret: true });
  });
  test.each([{}, { oauth: 3 }, { oauth: {} }, { oauth: { callbackPort: 70_000 } }])(
    '%j says nothing',
    (more) => {
      expect(read({ type: 'http', url: 'https://x.dev', ...more }).signIn).toBeNull();
    },
  );
});

describe('the name of mcp-remote’s files', () => {
  const URL_TEXT = 'https://x.dev/mcp';
  test.each([
    [[], remoteHash(URL_TEXT)],
    [['--resource', 'https://r.dev'], remoteHash(URL_TEXT, 'https://r.dev')],
    [['--header', 'B: ${T}', '--header', 'A:x'], remoteHash(URL_TEXT, null, { A: 'x', B: '${T}' })],
    [['--resource', ''], remoteHash(URL_TEXT)],
  ])('%j', (args, hash) => {
    expect(remote(...args).remoteHash).toBe(hash);
  });
  test.each([[['--header-file', '/x']]])('%j: not known from here', (args) => {
    expect(remote(...args).remoteHash).toBeNull();
  });
  test('other commands have none', () => {
    expect(read({ command: 'npx', args: ['server'] }).remoteHash).toBeNull();
  });
});

test('arguments are shown as far as they are harmless', () => {
  const { args } = remote('--transport', 'http-only', '--header', `X: ${SECRET}`, SECRET);
  expect(args).toEqual([
    '-y',
    'mcp-remote@0.15.1',
    'https://x.dev/mcp',
    '--transport',
    'http-only',
    '--header',
    '…',
    '…',
  ]);
});
