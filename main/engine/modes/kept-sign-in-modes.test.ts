import { describe, expect, test } from 'vitest';
import { ACCOUNT_POINTER } from '../local/stores/claude-code-sign-ins.ts';
import type { LocalEvidence, MachineEvidence, TargetEvidence } from '../model/evidence.ts';
import { NO_FACTS, type MachineFacts } from '../model/machine-facts.ts';
import { NO_STORES, type StoredSignIn, type StoreEvidence } from '../model/store-evidence.ts';
import { authorizationServer } from '../testing/evidence-builders.ts';
import { occurrencesOnMachine, occurrencesOnTarget } from '../testing/judge-mode.ts';
import { sampleLocal } from '../testing/sample-log.ts';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import { sampleNeedsAuth, sampleSignIn } from '../testing/sample-stores.ts';
import { mode as f93 } from './f93-kept-sign-in-unusable.ts';
import { mode as f94 } from './f94-passed-over.ts';
import { mode as f95 } from './f95-keychain-not-used.ts';
import { mode as f96 } from './f96-account-switch.ts';
import { mode as f97 } from './f97-account-session-over.ts';

const NOW = Date.UTC(2026, 10, 20, 10);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function local(
  stores: Partial<StoreEvidence>,
  changes: Partial<LocalEvidence> = {},
): LocalEvidence {
  const facts: MachineFacts = { ...NO_FACTS, now: NOW };
  return { ...sampleLocal(), ...changes, facts, stores: { ...NO_STORES, ...stores } };
}
function machine(stores: Partial<StoreEvidence>, changes: Partial<MachineEvidence> = {}) {
  const facts: MachineFacts = { ...NO_FACTS, now: NOW };
  return { ...sampleMachine(), ...changes, facts, stores: { ...NO_STORES, ...stores } };
}
const account = (changes: Partial<StoredSignIn> = {}) =>
  sampleSignIn({
    pointer: ACCOUNT_POINTER,
    server: null,
    url: null,
    modifiedAt: NOW - DAY,
    ...changes,
  });

describe('F93: a kept sign-in', () => {
  const found = (changes: Partial<StoredSignIn>) =>
    occurrencesOnTarget(f93, {
      local: local({ signIns: [sampleSignIn(changes)] }),
      entries: [sampleEntry()],
      authorizationServers: null,
    });

  test('with a time of expiry of 0 and nothing to renew it cannot work', () => {
    expect(found({ expiresAt: 0, refresh: 'none' })).toMatchObject([
      {
        detail: 'The kept time of expiry is 0, so every token counts as expired.',
        snippet: 'claude mcp logout acme\nclaude mcp login acme',
        evidence: [{ kind: 'store', pointer: '/mcpOAuth/acme|0a1b' }],
      },
    ]);
  });

  test('as 2.1.197 leaves it after a token request that failed is the same', () => {
    const [one] = found({ access: 'empty', refresh: 'none', expiresAt: 0 });
    expect(one?.title).toBeUndefined();
  });

  test.each(['empty', 'none'] as const)('that was never finished (%s) is a hint', (access) => {
    expect(found({ access, refresh: 'none' })).toMatchObject([
      { title: 'A sign-in in Claude Code was never finished', severity: 'advice' },
    ]);
  });

  test('that is over is a hint, with its time', () => {
    expect(found({ expiresAt: NOW - MINUTE, refresh: 'empty' })).toMatchObject([
      { detail: 'It was good until 2026-11-20 09:59 UTC.', severity: 'advice' },
    ]);
  });

  test.each<[string, Partial<StoredSignIn>]>([
    ['that is good', { expiresAt: NOW + 1, refresh: 'none' }],
    ['that can be renewed', { expiresAt: 0 }],
    ['without a time of expiry', { expiresAt: null, refresh: 'none' }],
    ['to Claude itself (F97)', { pointer: ACCOUNT_POINTER, access: 'empty', refresh: 'none' }],
    ['of mcp-remote', { client: 'mcp-remote', access: 'none', refresh: 'none' }],
  ])('%s is none', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});

describe('F93: a good sign-in of another place', () => {
  const servers = (issuer: string) => [
    { ...authorizationServer(issuer, []), namedBy: [{ place: 'path', index: 0 }] as const },
  ];
  const found = (evidence: Partial<TargetEvidence>) =>
    occurrencesOnTarget(f93, {
      local: local({ signIns: [sampleSignIn()] }),
      entries: [sampleEntry()],
      authorizationServers: null,
      ...evidence,
    }).map(({ title }) => title);

  test('is told where the metadata names another server now', () => {
    const moved = { authorizationServers: servers('https://new.acme.dev') };
    expect(found(moved)).toEqual(['Claude Code is signed in at another server']);
    expect(found({ authorizationServers: servers('https://as.acme.dev/') })).toEqual([]);
    const origin = [
      { ...servers('https://new.acme.dev')[0]!, namedBy: [{ place: 'origin', index: 0 }] as const },
    ];
    expect(found({ authorizationServers: origin })).toEqual([]);
  });

  test('is told where the entry gives another client id', () => {
    const giving = (clientId: string) => ({
      entries: [
        sampleEntry({
          signIn: {
            clientId,
            hasSecret: false,
            callbackPort: null,
            scopes: [],
            serverMetadataUrl: null,
          },
        }),
      ],
    });
    expect(found(giving('other'))).toEqual(['Claude Code is signed in with another client id']);
    expect(found(giving('client-1'))).toEqual([]);
  });
});

describe('F94: a server that is passed over', () => {
  const found = (ageMs: number, ttlMs: number | null, kept: readonly StoredSignIn[] = []) =>
    occurrencesOnTarget(f94, {
      local: local({ needsAuth: [sampleNeedsAuth({ since: NOW - ageMs, ttlMs })], signIns: kept }),
    });

  test.each<[number, number | null, number]>([
    [14 * MINUTE, null, 1],
    [15 * MINUTE - 1, null, 1],
    [15 * MINUTE, null, 0],
    [DAY, null, 0],
    [80_000, 90_000, 1],
    [90_000, 90_000, 0],
    // The clock was set back: the note is in force all the same.
    [-DAY, null, 1],
  ])('a note of %i ms with a time of %s ms is found %i times', (ageMs, ttlMs, times) => {
    expect(found(ageMs, ttlMs)).toHaveLength(times);
  });

  test('without a time nothing is known', () => {
    const needsAuth = [sampleNeedsAuth({ since: null })];
    expect(occurrencesOnTarget(f94, { local: local({ needsAuth }) })).toEqual([]);
  });

  test('says until when, and what to do', () => {
    expect(found(5 * MINUTE, null)).toMatchObject([
      {
        title: 'Claude Code passes “acme” over for now',
        detail: 'It does so until 2026-11-20 10:10 UTC.',
        severity: 'advice',
        snippet: 'claude mcp login acme',
      },
    ]);
  });

  test('weighs more where a sign-in is kept', () => {
    const [one] = found(MINUTE, null, [sampleSignIn()]);
    expect(one).toMatchObject({ severity: 'warning' });
    expect(one?.evidence).toHaveLength(2);
  });

  test('F117: the note is of a name, and two servers can share it', () => {
    const { configs } = sampleMachine(
      { entries: [{}] },
      { scope: 'user', entries: [{ url: 'https://b.dev/mcp' }] },
    );
    const needsAuth = [sampleNeedsAuth({ since: NOW })];
    const [one] = occurrencesOnTarget(f94, { local: local({ needsAuth }, { configs }) });
    expect(one?.detail).toContain('2 servers share this name');
  });
});

describe('F95: the keychain', () => {
  const found = (os: MachineEvidence['os'], stores: Partial<StoreEvidence>) =>
    occurrencesOnMachine(f95, machine(stores, { os }));

  test('was not used where macOS has sign-ins in a file', () => {
    expect(found('darwin', { signIns: [sampleSignIn()] })).toMatchObject([
      { evidence: [{ kind: 'store', file: '/home/ada/.claude/.credentials.json' }] },
    ]);
  });

  test('F7: is named where leave was given to look', () => {
    const keychain = [{ service: 'Claude Code-credentials', createdAt: 1, modifiedAt: 2 }];
    const [one] = found('darwin', { signIns: [sampleSignIn()], keychain });
    expect(one?.detail).toContain('two stores');
  });

  test('is not asked of other systems, nor for an entry without a value', () => {
    expect(found('linux', { signIns: [sampleSignIn()] })).toEqual([]);
    const empty = sampleSignIn({ access: 'empty', refresh: 'none' });
    expect(found('darwin', { signIns: [empty] })).toEqual([]);
    expect(found('darwin', {})).toEqual([]);
  });
});

describe('F96: a change of account', () => {
  const two = sampleMachine({
    entries: [{ name: 'acme' }, { name: 'beta' }, { name: 'rest' }],
  }).configs;
  const needsAuth = ['acme', 'beta', 'gone'].map((server) => sampleNeedsAuth({ server, since: 1 }));
  const found = (signIns: readonly StoredSignIn[], notes = needsAuth) =>
    occurrencesOnMachine(f96, machine({ signIns, needsAuth: notes }, { configs: two }));

  test('is told where servers asked and no sign-in to any is kept', () => {
    expect(found([account()])).toMatchObject([
      { detail: expect.stringContaining('“acme”, “beta”.') as string },
    ]);
  });

  test('is not guessed', () => {
    expect(found([account(), sampleSignIn()])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([account({ modifiedAt: NOW - 8 * DAY })])).toEqual([]);
    expect(found([account({ modifiedAt: null })])).toEqual([]);
    expect(found([account()], needsAuth.slice(0, 1))).toEqual([]);
  });
});

describe('F97: the sign-in to Claude', () => {
  const found = (changes: Partial<StoredSignIn>) =>
    occurrencesOnMachine(
      f97,
      machine({ signIns: [account(changes), sampleSignIn({ access: 'none' })] }),
    );

  test.each<[string, Partial<StoredSignIn>, number]>([
    ['is over and cannot be renewed', { expiresAt: NOW - 1, refresh: 'none' }, 1],
    ['has an empty token', { access: 'empty', refresh: 'empty' }, 1],
    ['can be renewed', { expiresAt: 1 }, 0],
    ['is good', { expiresAt: NOW + 1, refresh: 'none' }, 0],
    ['has no time of expiry', { expiresAt: null, refresh: 'none' }, 0],
  ])('that %s is found %s', (_, changes, times) => {
    expect(found(changes)).toHaveLength(times);
  });
});
