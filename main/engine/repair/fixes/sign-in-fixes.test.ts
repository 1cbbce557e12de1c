import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../contract/report.ts';
import { remoteHash } from '../../local/stores/remote-hash.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { Fix, FixContext } from '../../model/fix.ts';
import { NO_FACTS } from '../../model/machine-facts.ts';
import { NO_STORES, type StoredSignIn } from '../../model/store-evidence.ts';
import { mismatchEvidence } from '../../modes/evidence/mismatch-evidence.ts';
import { sampleFixContext, sampleTraced } from '../../testing/sample-fix-context.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { sampleLock, sampleNeedsAuth, sampleSignIn } from '../../testing/sample-stores.ts';
import { FIXES } from './index.generated.ts';

const URL = 'https://mcp.acme.dev/mcp';
const own = (changes: Partial<ServerEntry> = {}) =>
  sampleEntry({ file: '/home/ada/.claude.json', scope: 'user', ...changes });
const remote = (changes: Partial<ServerEntry> = {}) =>
  sampleEntry({
    client: 'claude-desktop-stdio',
    scope: 'user',
    file: '/home/ada/claude_desktop_config.json',
    command: 'npx',
    viaMcpRemote: true,
    declaredType: null,
    remoteHash: remoteHash(URL),
    ...changes,
  });

function plansOf(fix: string, context: FixContext) {
  const found: Fix | undefined = FIXES.find(({ name }) => name === fix);
  if (found === undefined) throw new Error(`there is no fix ${fix}`);
  return found.plan(context);
}

const header = (name: string, value: string): Evidence => ({
  kind: 'header',
  name,
  value,
  at: 'x1',
});
const stored = (file: string, pointer: string | null = null): Evidence => ({
  kind: 'store',
  file,
  pointer,
  fact: 'it is kept',
});

describe('use-named-address', () => {
  const seen = (
    code: 'F05' | 'F08' | 'F09' | 'F26',
    evidence: Evidence[],
    entry = own(),
    url = entry.url,
  ) =>
    plansOf(
      'use-named-address',
      sampleFixContext(code, [entry], { finding: { evidence }, target: { url } }),
    );

  test.each([
    ['F08', header('Location', 'https://new.acme.dev/mcp'), 'https://new.acme.dev/mcp'],
    ['F08', header('location', '/mcp/'), 'https://mcp.acme.dev/mcp/'],
    ['F09', mismatchEvidence('address', `${URL}/`, URL), `${URL}/`],
    ['F26', mismatchEvidence('resource', URL, `${URL}/`), `${URL}/`],
  ] as const)('%s: writes what the server names', (code, evidence, value) => {
    const [plan] = seen(code, [evidence]);
    expect(plan?.operations).toMatchObject([
      { kind: 'set-value', pointer: '/mcpServers/acme/url', value },
    ]);
    expect(plan?.leavesAlone.join(' ')).toContain(value);
  });

  test.each([
    ['is http', 'http://new.acme.dev/mcp'],
    ['holds a password', 'https://ada:pw@new.acme.dev/mcp'],
    ['holds a token', 'https://new.acme.dev/mcp?access_token=abcdefgh12345678'],
    ['is another scheme', 'javascript:alert(1)'],
    ['is the same again', URL],
    ['was masked', 'https://new.acme.dev/…'],
  ])('offers nothing where the address %s', (_, address) => {
    expect(seen('F08', [header('Location', address)])).toEqual([]);
  });

  test('F26: metadata for the whole host is no address to connect to', () => {
    expect(seen('F26', [mismatchEvidence('resource', URL, 'https://mcp.acme.dev/')])).toEqual([]);
  });

  test('A13: leaves an address with a query to its user', () => {
    const entry = own({ url: `${URL}?team=blue` });
    const [plan] = seen('F08', [header('Location', 'https://new.acme.dev/mcp')], entry);
    expect(plan).toMatchObject({ automation: 'guided', operations: [{ kind: 'tell' }] });
  });

  test('I4: leaves the arguments of mcp-remote to their user, with the text to copy', () => {
    const [plan] = seen('F08', [header('Location', 'https://new.acme.dev/mcp')], remote());
    expect(plan?.operations).toMatchObject([{ kind: 'tell', copy: 'https://new.acme.dev/mcp' }]);
  });

  test('F85: takes the endpoint that the metadata is for', () => {
    const body = JSON.stringify({ resource: 'https://mcp.acme.dev/v2/mcp' });
    const trace = [sampleTraced('protected resource metadata', { status: 200, body })];
    const [plan] = plansOf(
      'use-named-address',
      sampleFixContext('F85', [own()], { target: { trace } }),
    );
    expect(plan?.operations).toMatchObject([{ value: 'https://mcp.acme.dev/v2/mcp' }]);
  });

  test('says nothing of the token endpoint’s redirect', () => {
    const evidence = [mismatchEvidence('address', 'https://as.dev/token/', 'https://as.dev/token')];
    const finding = { evidence, snippet: '"token_endpoint": "https://as.dev/token/"' };
    expect(plansOf('use-named-address', sampleFixContext('F09', [own()], { finding }))).toEqual([]);
  });
});

describe('what a user registered by hand', () => {
  test('F40: the id and the port are written as they were given', () => {
    const answers = { 'client-id': 'my-client', 'callback-port': '8123' };
    const [plan] = plansOf('set-client-id', sampleFixContext('F40', [own()], { answers }));
    expect(plan?.operations).toMatchObject([
      { pointer: '/mcpServers/acme/oauth/clientId', value: 'my-client' },
      { pointer: '/mcpServers/acme/oauth/callbackPort', value: 8123 },
    ]);
  });
  test.each([
    {},
    { 'client-id': 'my-client' },
    { 'client-id': 'two words', 'callback-port': '8123' },
    { 'client-id': 'x', 'callback-port': '80' },
    { 'client-id': 'x', 'callback-port': '99999' },
  ])('F40: nothing is made up: %j', (answers) => {
    const [plan] = plansOf('set-client-id', sampleFixContext('F40', [own()], { answers }));
    expect(plan?.operations).toEqual([]);
    expect(plan?.asks.map(({ id }) => id)).toEqual(['client-id', 'callback-port']);
  });
  test('F40: an id that is there is not written over', () => {
    const signIn = {
      clientId: 'x',
      hasSecret: false,
      callbackPort: null,
      scopes: [],
      serverMetadataUrl: null,
    };
    expect(plansOf('set-client-id', sampleFixContext('F40', [own({ signIn })]))).toEqual([]);
  });
  test('F40: mcp-remote gets the file by its name, and nobody reads it', () => {
    const answers = { 'client-file': '/home/ada/client.json' };
    const [plan] = plansOf('static-client-file', sampleFixContext('F40', [remote()], { answers }));
    expect(plan?.operations).toMatchObject([
      { by: { flag: '--static-oauth-client-info', value: '@/home/ada/client.json' } },
    ]);
  });
  test('F44: one port, and the redirect to register for it', () => {
    const answers = { 'callback-port': '8123' };
    const [plan] = plansOf('set-callback-port', sampleFixContext('F44', [own()], { answers }));
    expect(plan?.operations).toMatchObject([
      { pointer: '/mcpServers/acme/oauth/callbackPort', value: 8123 },
      { kind: 'tell', copy: 'http://localhost:8123/callback' },
    ]);
  });
});

describe('choose-scopes', () => {
  const trace = [
    sampleTraced('initialize', {
      status: 401,
      headers: [['WWW-Authenticate', 'Bearer scope="read"']],
    }),
    sampleTraced('protected resource metadata', {
      status: 200,
      body: '{"scopes_supported":["read","write"]}',
    }),
  ];
  test('offers what the server names, and writes what was chosen', () => {
    const answers = { scopes: 'resource' };
    const [plan] = plansOf(
      'choose-scopes',
      sampleFixContext('F65', [own()], { target: { trace }, answers }),
    );
    expect(plan?.asks[0]?.options.map(({ id }) => id)).toEqual(['challenge', 'resource']);
    expect(plan?.operations).toMatchObject([
      { pointer: '/mcpServers/acme/oauth/scopes', value: 'read write' },
    ]);
  });
  test('has nothing to offer where the server names none', () => {
    expect(plansOf('choose-scopes', sampleFixContext('F87', [own()]))).toEqual([]);
  });
});

const HASH = remoteHash(URL);
const folder = '/home/ada/.mcp-auth/mcp-remote-v1';
const KEPT: StoredSignIn = sampleSignIn({
  client: 'mcp-remote',
  file: `${folder}/${HASH}_tokens.json`,
  pointer: null,
  server: null,
  hash: HASH,
  files: [
    `${folder}/${HASH}_tokens.json`,
    `${folder}/${HASH}_client_info.json`,
    `${folder}/${'f'.repeat(32)}_tokens.json`,
  ],
});

describe('what takes away what is kept', () => {
  test('F130: the files of one hash, and no file of another', () => {
    const machine = { stores: { ...NO_STORES, signIns: [KEPT] } };
    const finding = { evidence: [stored(KEPT.file)] };
    const [plan] = plansOf(
      'forget-remote-files',
      sampleFixContext('F130', [remote()], { finding, machine }),
    );
    expect(plan?.closed).toBeNull();
    expect(plan?.quits).toEqual(['claude-desktop-stdio']);
    expect(plan?.operations).toEqual([
      { kind: 'remove-file', file: `${folder}/${HASH}_tokens.json`, backup: true },
      { kind: 'remove-file', file: `${folder}/${HASH}_client_info.json`, backup: true },
    ]);
  });

  test('F50: what was seen of our own registration takes nobody’s away', () => {
    const machine = { stores: { ...NO_STORES, signIns: [KEPT] } };
    const finding = {
      evidence: [{ kind: 'http', exchange: 'x1', note: 'unknown client' } as const],
    };
    expect(
      plansOf('forget-remote-files', sampleFixContext('F50', [remote()], { finding, machine })),
    ).toEqual([]);
  });

  const dead = sampleLock({ hash: HASH, alive: false });
  const [alive, unseen] = [
    { ...dead, alive: true },
    { ...dead, alive: null },
  ];
  test.each([
    ['of a process that is gone', dead, 1],
    ['of a process that runs', alive, 0],
    ['of nobody knows whom, a minute old', unseen, 0],
  ])('F129: a lock %s', (_, lock, count) => {
    const machine = {
      stores: { ...NO_STORES, locks: [lock] },
      facts: { ...NO_FACTS, now: 60_000 },
    };
    const finding = { evidence: [stored(lock.file)] };
    expect(
      plansOf('remove-dead-lock', sampleFixContext('F129', [remote()], { finding, machine })),
    ).toHaveLength(count);
  });

  const broken = sampleSignIn({ refresh: 'none', expiresAt: 0 });
  test.each([
    ['that never counts', broken, 1],
    ['that was never finished', { ...broken, access: 'none' as const }, 0],
    ['that has run out', { ...broken, expiresAt: 1 }, 0],
    ['whose key is masked', { ...broken, pointer: '/mcpOAuth/acme…' }, 0],
  ])('F93: a kept sign-in %s', (_, kept, count) => {
    const machine = {
      stores: { ...NO_STORES, signIns: [kept] },
      facts: { ...NO_FACTS, now: 60_000 },
    };
    const finding = { evidence: [stored(kept.file, kept.pointer)] };
    const plans = plansOf(
      'forget-kept-sign-in',
      sampleFixContext('F93', [own()], { finding, machine }),
    );
    expect(plans).toHaveLength(count);
    for (const { operations, closed } of plans) {
      expect(closed).toBeNull();
      expect(operations).toEqual([
        { kind: 'remove-value', file: kept.file, pointer: kept.pointer },
      ]);
    }
  });

  test('F94: one note', () => {
    const note = sampleNeedsAuth();
    const machine = { stores: { ...NO_STORES, needsAuth: [note] } };
    const finding = { evidence: [stored(note.file, note.pointer)] };
    const [plan] = plansOf(
      'forget-needs-auth-note',
      sampleFixContext('F94', [own()], { finding, machine }),
    );
    expect(plan).toMatchObject({ closed: null, risk: 'low', quits: ['claude-code'] });
  });

  test('F93: the commands of Claude Code are offered beside it, quoted for a shell', () => {
    const kept = { ...broken, server: "it's" };
    const machine = { stores: { ...NO_STORES, signIns: [kept] } };
    const finding = { evidence: [stored(kept.file, kept.pointer)] };
    const [plan] = plansOf(
      'sign-in-again',
      sampleFixContext('F93', [own({ name: "it's" })], { finding, machine }),
    );
    expect(plan?.operations).toMatchObject([
      { copy: "claude mcp logout 'it'\\''s'" },
      { copy: "claude mcp login 'it'\\''s'" },
    ]);
  });
});

describe('steps', () => {
  const copies = (fix: string, context: FixContext) =>
    plansOf(fix, context).flatMap(({ operations }) =>
      operations.flatMap((one) => (one.kind === 'tell' ? (one.copy ?? []) : [])),
    );
  test.each([
    ['darwin', 'sudo sntp -sS time.apple.com'],
    ['win32', 'w32tm /resync'],
    ['linux', 'sudo timedatectl set-ntp true'],
  ] as const)('F103: on %s the clock is set with %s', (os, command) => {
    expect(copies('steps-here', sampleFixContext('F103', [own()], { machine: { os } }))).toContain(
      command,
    );
  });
  test('F49: the time from which registration is open again', () => {
    const now = Date.parse('2026-11-20T10:00:00Z');
    const machine = { facts: { ...NO_FACTS, now } };
    const finding = { evidence: [header('Retry-After', '3600')] };
    const said = JSON.stringify(
      plansOf('steps-at-sign-in', sampleFixContext('F49', [own()], { finding, machine })),
    );
    expect(said).toContain('11:00');
  });
  test('F69: a trace in the user’s own browser, never with a secret in the address', () => {
    const context = sampleFixContext('F69', [own()]);
    expect(copies('steps-at-sign-in', context)).toEqual([
      `unblank trace '${URL}' --browser system`,
    ]);
    const target = { url: `${URL}?token=abcdefgh12345678` };
    expect(copies('steps-at-sign-in', sampleFixContext('F69', [own()], { target }))).toEqual([]);
  });
});
