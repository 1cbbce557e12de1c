import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { gatherStores } from './gather-stores.ts';
import { storedFacts } from './stored-facts.ts';

const CREDENTIALS = '/home/ada/.claude/.credentials.json';
const CACHE = '/home/ada/.claude/mcp-needs-auth-cache.json';
const REMOTE = `/home/ada/.mcp-auth/mcp-remote-v1/${'0a'.repeat(16)}`;

/** Every member of the known stores that holds a secret. */
const SECRET_NAMES = [
  'accessToken',
  'refreshToken',
  'clientSecret',
  'idToken',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'registration_access_token',
  'codeVerifier',
  'stepUpState',
] as const;
const planted = (name: string): string => `PLANTED-${name}-value`;
const PLANTED = [...SECRET_NAMES, 'verifier'].map(planted);
const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, planted(name)]));

async function everythingOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const ports = createFakePorts({ files });
  const stores = await gatherStores(ports, null, new AbortController().signal);
  const things = [...stores.signIns, ...stores.needsAuth, ...stores.locks, ...stores.places];
  return JSON.stringify([stores, things.map((one) => storedFacts(one, 1))]);
}

const filesWith = (value: object): Record<string, string> => ({
  [CREDENTIALS]: JSON.stringify({
    ...value,
    mcpOAuth: { 'acme|1': { serverName: 'acme', serverUrl: 'https://a.dev/mcp', ...value } },
    claudeAiOauth: value,
  }),
  [CACHE]: JSON.stringify({ acme: { timestamp: 1, ...value } }),
  [`${REMOTE}_tokens.json`]: JSON.stringify(value),
  [`${REMOTE}_client_info.json`]: JSON.stringify({ client_id: 'x', ...value }),
  [`${REMOTE}_lock.json`]: JSON.stringify({ pid: 1, ...value }),
  [`${REMOTE}_code_verifier.txt`]: planted('verifier'),
  [`${REMOTE}_discovery_state_1.json`]: JSON.stringify(value),
});

describe('H1, H3, F7: no value of a secret leaves the reader', () => {
  test('of any member of any file', async () => {
    const told = await everythingOf(filesWith(secrets));
    expect(told).toContain('"access":"present"');
    expect(told).not.toContain('PLANTED');
  });

  test('also where an address or a name carries it', async () => {
    const token = 'sk-ant-oat01-abcdef0123456789';
    const told = await everythingOf({
      [CREDENTIALS]: JSON.stringify({
        mcpOAuth: {
          [`${token}|1`]: {
            serverUrl: `https://ada:${token}@a.dev/mcp?token=${token}#${token}`,
            issuer: `https://a.dev/?access_token=${token}`,
            redirectUri: `http://localhost:1/callback?code=${token}`,
            scope: `Bearer ${token}`,
            clientId: token,
          },
        },
      }),
    });
    expect(told).toContain('a.dev');
    expect(told).not.toContain(token);
  });

  test('H13: control characters, ANSI and bidirectional marks are shown and not passed on', async () => {
    const hostile = 'acme\u001b[31m\n\u202egnp.exe\u0007';
    const told = await everythingOf({
      [CREDENTIALS]: JSON.stringify({ mcpOAuth: { [`${hostile}|1`]: { scope: hostile } } }),
      [CACHE]: JSON.stringify({ [hostile]: { timestamp: 1 } }),
    });
    // Read back, since JSON would escape them once more.
    const texts: string[] = [];
    JSON.parse(told, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.some((one) => one.startsWith('acme\\u001b[31m\\u000a'))).toBe(true);
    for (const one of texts) expect(one).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

const SHAPES = fc.oneof(
  { weight: 3, arbitrary: fc.constant('keep' as const) },
  { weight: 1, arbitrary: fc.constant('drop' as const) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const NAMES = [
  ...SECRET_NAMES,
  'serverName',
  'serverUrl',
  'expiresAt',
  'discoveryState',
  'redirectUri',
  'redirect_uris',
  'expires_at',
  'timestamp',
  'pid',
  'resourceMetadata',
] as const;
const mutated = fc.record(Object.fromEntries(NAMES.map((name) => [name, SHAPES]))).map((members) =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== 'drop')
      .map(([name, value]) => [name, value === 'keep' ? planted(name) : value]),
  ),
);

test('H3: 10,000 changed stores give facts and no secret', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (value) => {
      const told = await everythingOf(filesWith(value));
      // One assertion per run: a hundred thousand take longer than what they look at.
      expect(PLANTED.filter((secret) => told.includes(secret))).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

test(
  '10,000 broken files end in facts: no crash, no value that is not finite',
  { timeout: 60_000 },
  async () => {
    const text = new TextEncoder().encode(filesWith(secrets)[CREDENTIALS] ?? '');
    const broken = fc
      .array(fc.tuple(fc.nat(text.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = text.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(broken, fc.nat(text.length), async (bytes, end) => {
        const cut = bytes.subarray(0, end % 3 === 0 ? end : bytes.length);
        const ports = createFakePorts({ files: { [CREDENTIALS]: cut, [CACHE]: cut } });
        const stores = await gatherStores(ports, null, new AbortController().signal);
        const times = stores.signIns.map(({ expiresAt }) => expiresAt);
        const odd = times.filter((one) => one !== null && !Number.isFinite(one));
        expect([odd, stores.places.length]).toEqual([[], 2]);
      }),
      { numRuns: 10_000 },
    );
  },
);
