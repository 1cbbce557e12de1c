import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Finding } from '../../../contract/report.ts';
import { remoteHash } from '../../local/stores/remote-hash.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import type { FixContext } from '../../model/fix.ts';
import type { ModeCode } from '../../model/mode-code.ts';
import { NO_STORES, type StoredSignIn, type StoreEvidence } from '../../model/store-evidence.ts';
import { FIXES } from '../fixes/index.generated.ts';
import { sampleLog } from '../../testing/sample-log.ts';
import { sampleFinding, sampleFixContext } from '../../testing/sample-fix-context.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { sampleLock, sampleNeedsAuth, sampleSignIn } from '../../testing/sample-stores.ts';
import { scopeOf } from './scope-gate.ts';
import { usersOf, keptThings } from './kept-things.ts';

const URL = 'https://mcp.acme.dev/mcp';
const HASH = remoteHash(URL);
const DESKTOP = '/home/ada/claude_desktop_config.json';

function remote(changes: Partial<ServerEntry> = {}): ServerEntry {
  return sampleEntry({
    client: 'claude-desktop-stdio',
    scope: 'user',
    file: DESKTOP,
    command: 'npx',
    url: URL,
    viaMcpRemote: true,
    remoteHash: HASH,
    ...changes,
  });
}

const KEPT: StoredSignIn = sampleSignIn({
  client: 'mcp-remote',
  file: `/home/ada/.mcp-auth/mcp-remote-v1/${HASH}_client_info.json`,
  pointer: null,
  server: null,
  hash: HASH,
});

function stored(file: string, pointer: string | null = null): Evidence {
  return { kind: 'store', file, pointer, fact: 'it is kept' };
}

interface Given {
  readonly entries?: readonly ServerEntry[];
  readonly others?: readonly ServerEntry[];
  readonly stores?: Partial<StoreEvidence>;
  readonly evidence?: Evidence[];
  readonly found?: readonly Finding[];
  readonly finding?: Partial<Finding>;
  readonly machine?: Partial<MachineEvidence>;
}

/** What mcp-remote keeps of one server no longer fits; `others` are entries of other servers. */
function given(code: ModeCode, options: Given = {}): FixContext {
  const { entries = [remote()], others = [], found = [], finding, machine } = options;
  const { stores = { signIns: [KEPT] }, evidence = [stored(KEPT.file)] } = options;
  const context = sampleFixContext(code, entries, {
    finding: { clients: ['mcp-remote'], evidence, ...finding },
    target: { findings: [...found] },
  });
  const configs = [...context.machine.configs, ...sampleFixContext(code, others).machine.configs];
  const all = { ...context.machine, configs, stores: { ...NO_STORES, ...stores }, ...machine };
  return { ...context, machine: all };
}

const why = (context: FixContext): string | null => {
  const scope = scopeOf(context);
  return scope.established ? null : scope.why;
};

describe('the gate before what takes a credential away', () => {
  test('opens where the store itself shows it and one server uses it', () => {
    expect(scopeOf(given('F130'))).toEqual({ established: true });
  });

  test('opens where the log of its client says that the server forgot it', () => {
    const log = sampleLog({ client: 'mcp-remote', file: '/home/ada/remote.log' });
    const said: Evidence = {
      kind: 'log',
      file: log.file,
      line: 1,
      time: null,
      text: 'invalid_client',
      count: 1,
      first: null,
      last: null,
    };
    expect(why(given('F50', { evidence: [said], machine: { logs: [log] } }))).toBeNull();
  });

  test('stays closed for a finding that is about no kept thing', () => {
    expect(why(given('F10'))).toContain('What fails here is not');
  });

  test('stays closed where it might help and nothing shows it', () => {
    const seen: Evidence = { kind: 'http', exchange: 'x1', note: 'does not know the id' };
    expect(why(given('F50', { evidence: [seen] }))).toContain('Nothing that was seen points');
  });

  test('stays closed where a log of another client says it', () => {
    const log = sampleLog({ client: 'claude-code', file: '/home/ada/code.log' });
    const said = { kind: 'log', file: log.file, line: 1, time: null, text: 'x', count: 1 } as const;
    const evidence: Evidence[] = [{ ...said, first: null, last: null }];
    expect(why(given('F50', { evidence, machine: { logs: [log] } }))).toContain('Nothing');
  });

  test('stays closed where no entry uses it: nobody knows whose it is', () => {
    const stranger = { ...KEPT, hash: 'f'.repeat(32) };
    expect(why(given('F130', { stores: { signIns: [stranger] } }))).toContain('No entry');
  });

  test('stays closed where an account with other headers shares the address’s hash', () => {
    const others = [
      remote({ name: 'work', file: '/home/ada/other.json', remoteHash: 'a'.repeat(32) }),
    ];
    expect(why(given('F130', { others }))).toContain('More than one server');
  });

  test('stays closed where an entry outside of the finding uses it', () => {
    const others = [remote({ name: 'again', file: '/home/ada/other.json' })];
    expect(why(given('F130', { others }))).toContain('More than one server');
  });

  test('stays closed while a sign-in with it is under way', () => {
    const lock = sampleLock({ hash: HASH, alive: true });
    const stores = { locks: [lock] };
    expect(why(given('F129', { stores, evidence: [stored(lock.file)] }))).toContain('under way');
  });

  test('opens for the lock of a process that is gone', () => {
    const lock = sampleLock({ hash: HASH, alive: false });
    const stores = { locks: [lock] };
    expect(why(given('F129', { stores, evidence: [stored(lock.file)] }))).toBeNull();
  });

  const down = (changes: Partial<Finding>) => sampleFinding('F14', { step: 'reach', ...changes });
  test.each([
    ['the server is down', [down({})], 'F14'],
    [
      'its name leads nowhere for this client',
      [down({ clients: ['claude-desktop-stdio'] })],
      'F14',
    ],
    ['its metadata is broken', [sampleFinding('F28', { step: 'server-metadata' })], 'F28'],
  ])('stays closed where %s', (_, found, code) => {
    expect(why(given('F130', { found }))).toContain(code);
  });

  test.each([
    ['only advice', down({ severity: 'advice' })],
    ['only possible', down({ confidence: 'possible' })],
    ['about another client', down({ clients: ['claude-hosted'] })],
    ['later on the way', sampleFinding('F82', { step: 'token' })],
  ])('opens where the other finding is %s', (_, one) => {
    expect(why(given('F130', { found: [one] }))).toBeNull();
  });

  test('stays closed where the finding itself follows from another', () => {
    const found = [sampleFinding('F82', { step: 'call', severity: 'warning' })];
    expect(why(given('F130', { found, finding: { consequenceOf: 'F82' } }))).toContain('F82');
  });

  test('stays closed where one name, and so one note, stands for two servers', () => {
    const note = sampleNeedsAuth();
    const own = sampleEntry();
    const others = [sampleEntry({ file: '/home/ada/.claude.json', url: 'https://two.dev/mcp' })];
    const stores = { needsAuth: [note] };
    const evidence = [stored(note.file, note.pointer)];
    const finding = { clients: ['claude-code' as const] };
    const one = { entries: [own], stores, evidence, finding };
    expect(why(given('F94', one))).toBeNull();
    expect(why(given('F94', { ...one, others }))).toContain('More than one server');
  });

  test('an open gate touches exactly one server', () => {
    const context = given('F130');
    const users = keptThings(context).flatMap((one) => usersOf(one, context.machine));
    expect(new Set(users.map(({ url }) => url)).size).toBe(1);
  });

  test('the sign-in to Claude itself is no kept thing of a server', () => {
    const account = sampleSignIn({ pointer: '/claudeAiOauth', server: null });
    const evidence = [stored(account.file, account.pointer)];
    expect(why(given('F93', { stores: { signIns: [account] }, evidence }))).toContain('Nothing');
  });

  test('whatever lies there, an open gate lets no fix touch what a second server uses', () => {
    const urls = ['https://a.dev/mcp', 'https://b.dev/mcp', 'https://c.dev/mcp'] as const;
    const hashOf = (url: string, team: string | null) =>
      remoteHash(url, null, team === null ? {} : { 'X-Team': team });
    const someEntry = fc.record({
      url: fc.constantFrom(...urls),
      team: fc.constantFrom(null, 'blue', 'red'),
    });
    const someKept = fc.record({
      url: fc.constantFrom(...urls),
      team: fc.constantFrom(null, 'blue', 'red'),
      isShown: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(someEntry, { minLength: 1, maxLength: 5 }),
        fc.array(someKept, { maxLength: 4 }),
        (some, kept) => {
          const entries = some.map(({ url, team }, at) =>
            remote({
              url,
              remoteHash: hashOf(url, team),
              name: `n${at}`,
              pointer: `/mcpServers/n${at}`,
            }),
          );
          const signIns = kept.map(({ url, team }, at) => {
            const hash = hashOf(url, team);
            const file = `/m/${at}/${hash}_tokens.json`;
            return { ...KEPT, hash, file, files: [file] };
          });
          const evidence = kept.flatMap(({ isShown }, at) =>
            isShown ? [stored(signIns[at]!.file)] : [],
          );
          const [own] = entries;
          const context = given('F130', {
            entries: entries.filter(({ remoteHash: one }) => one === own?.remoteHash),
            others: [],
            stores: { signIns },
            evidence,
          });
          const all = { ...context.machine, ...given('F130', { entries }).machine };
          const seen = { ...context, machine: { ...all, stores: { ...NO_STORES, signIns } } };
          if (!scopeOf(seen).established) return;
          const removed = FIXES.filter(({ isDestructive }) => isDestructive)
            .flatMap((fix) => fix.plan(seen))
            .flatMap(({ operations }) => operations)
            .map((one) => ('file' in one ? one.file : ''));
          expect(removed.length).toBeGreaterThan(0);
          for (const { url, team } of some.filter(
            (one) => hashOf(one.url, one.team) !== own?.remoteHash,
          ))
            for (const hash of [hashOf(url, team), hashOf(url, null)])
              expect(removed.filter((file) => file.includes(hash))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
