import { describe, expect, test } from 'vitest';
import { SIGNATURES } from '../local/logs/signatures/index.ts';
import type { LocalEvidence, MachineEvidence, TargetEvidence } from '../model/evidence.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { withLogs } from '../run/log-findings.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { occurrencesOnMachine, occurrencesOnTarget } from '../testing/judge-mode.ts';
import { notSeenBy } from '../testing/judge-one.ts';
import {
  sampleIncident,
  sampleLocal,
  sampleLog,
  sampleSighting,
  STORY_AT,
} from '../testing/sample-log.ts';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import { NOTHING_GATHERED } from '../model/evidence.ts';
import { mode as f07 } from './f07-anthropic-edge.ts';
import { mode as f102 } from './f102-usage-limit.ts';
import { mode as f123 } from './f123-app-rewrites-config.ts';
import { mode as f132 } from './f132-old-client.ts';
import { mode as f41 } from './f41-client-id-ignored.ts';
import { mode as f61 } from './f61-other-account.ts';
import { MODES } from './index.generated.ts';

const WITH_ID = sampleEntry({
  signIn: {
    clientId: 'abc',
    hasSecret: false,
    callbackPort: null,
    scopes: [],
    serverMetadataUrl: null,
  },
});
const CODES = [...new Set(SIGNATURES.flatMap(({ code }) => code ?? []))];

function offline(local: LocalEvidence, changes: Partial<TargetEvidence> = {}): TargetEvidence {
  return { url: WITH_ID.url, entries: [WITH_ID], ...NOTHING_GATHERED, local, ...changes };
}

describe('what a line of a log names becomes a finding', () => {
  test.each(CODES)('%s', (code) => {
    const log = sampleLog({ sightings: [sampleSighting({ code })] });
    const found = withLogs([], MODES, offline(sampleLocal(log)), new Set());
    expect(found.map(({ mode }) => mode.code)).toEqual([code]);
    expect(found[0]?.occurrence.evidence).toMatchObject([{ kind: 'log', file: log.file }]);
  });

  test.each(CODES)('%s does not where the client has connected since', (code) => {
    const connected = sampleIncident({ ended: 'connected', code: null, last: STORY_AT + 1000 });
    const log = sampleLog({ sightings: [sampleSighting({ code })], incidents: [connected] });
    expect(withLogs([], MODES, offline(sampleLocal(log)), new Set())).toEqual([]);
  });
});

describe('F41', () => {
  const refused = sampleLog({ sightings: [sampleSighting({ code: 'F40' })] });

  test('a client id in the entry and “does not support …” in the log is pointed at, both', () => {
    expect(occurrencesOnTarget(f41, offline(sampleLocal(refused)))).toMatchObject([
      { evidence: [{ kind: 'log' }, { kind: 'file', file: WITH_ID.file }] },
    ]);
  });

  test.each([
    ['an entry without a client id', offline(sampleLocal(refused), { entries: [sampleEntry()] })],
    ['a log without that line', offline(sampleLocal(sampleLog()))],
    [
      'the line in the log of another client',
      offline(sampleLocal({ ...refused, client: 'mcp-remote' })),
    ],
  ])('%s is no fault', (_, evidence) => {
    expect(occurrencesOnTarget(f41, evidence)).toEqual([]);
  });
});

describe('what a log would tell', () => {
  const withLog = healthyEvidence({ local: sampleLocal(sampleLog()) });
  const unread = healthyEvidence({ local: sampleLocal(sampleLog({ read: 'none' })) });
  const other = healthyEvidence({ local: sampleLocal(sampleLog({ client: 'mcp-remote' })) });

  test.each([f07, f102].map((mode) => [mode.code, mode] as const))(
    '%s is “not seen” only where no log of that client was read',
    (_, mode) => {
      expect(notSeenBy(mode, withLog)).toBeNull();
      for (const evidence of [unread, other]) expect(notSeenBy(mode, evidence)).toMatch(/log/);
    },
  );
});

test('F61: the answer of the sign-in page in main.log is pointed at', () => {
  const log = sampleLog({
    client: 'claude-desktop-stdio',
    format: 'desktop-main',
    server: null,
    sightings: [sampleSighting({ code: 'F61' })],
  });
  const machine = { ...sampleMachine(), logs: [log] };
  expect(occurrencesOnMachine(f61, machine)).toMatchObject([{ evidence: [{ kind: 'log' }] }]);
  expect(occurrencesOnMachine(f61, sampleMachine())).toEqual([]);
});

describe('F123', () => {
  const desktop = { client: 'claude-desktop-stdio' } as const;
  const ran = sampleLog({
    ...desktop,
    format: 'desktop-server',
    sightings: [sampleSighting({ signature: 'desktop-connected', code: null, last: STORY_AT })],
  });
  const wrote = (last: number): LogFile =>
    sampleLog({
      ...desktop,
      format: 'desktop-main',
      server: null,
      sightings: [sampleSighting({ signature: 'main-config-written', code: null, last })],
    });
  const machine = (logs: readonly LogFile[], entries = 0): MachineEvidence => ({
    ...sampleMachine({ ...desktop, scope: 'user', entries: entries === 0 ? [] : [{}] }),
    logs,
  });

  test('servers that ran, a file written after that and no server in it', () => {
    const [found] = occurrencesOnMachine(f123, machine([ran, wrote(STORY_AT + 1)]));
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(['log', 'log', 'file']);
  });

  test.each([
    ['a file that has servers', machine([ran, wrote(STORY_AT + 1)], 1)],
    ['a file written before they ran', machine([ran, wrote(STORY_AT - 1)])],
    ['no server that ran', machine([wrote(STORY_AT)])],
    ['no file written', machine([ran])],
    ['no file at all', { ...sampleMachine(), logs: [ran, wrote(STORY_AT + 1)] }],
  ])('%s is no fault', (_, evidence) => {
    expect(occurrencesOnMachine(f123, evidence)).toEqual([]);
  });
});

describe('F132', () => {
  const installed = (version: string | null): LocalEvidence => ({
    ...sampleLocal(),
    installs: [
      { client: 'claude-code', version, location: '/home/ada/.claude.json', how: 'state file' },
    ],
  });
  const plain = [sampleEntry()];

  test('a client id in the entry needs 2.1.30', () => {
    const [found] = occurrencesOnTarget(f132, offline(installed('2.1.29')));
    expect(found?.detail).toMatch(/2\.1\.30; version 2\.1\.29 is installed\.$/);
    expect(occurrencesOnTarget(f132, offline(installed('2.1.30')))).toEqual([]);
  });

  test('an authorization server on another host needs 2.1.85', () => {
    const { url, resourceMetadata, authorizationServers } = healthyEvidence();
    const evidence = { url, resourceMetadata, authorizationServers, entries: plain };
    const old = occurrencesOnTarget(f132, offline(installed('2.1.84'), evidence));
    expect(old.map(({ detail }) => detail)).toEqual([expect.stringContaining('2.1.85')]);
    expect(occurrencesOnTarget(f132, offline(installed('2.1.85'), evidence))).toEqual([]);
  });

  test('a proxy needs 2.1.133', () => {
    const environment = [{ name: 'HTTPS_PROXY', value: 'http://proxy:8080', from: 'environment' }];
    const local = installed('2.1.132');
    const behind = { ...local, facts: { ...local.facts, environment } };
    expect(occurrencesOnTarget(f132, offline(behind, { entries: plain }))).toHaveLength(1);
    expect(occurrencesOnTarget(f132, offline(local, { entries: plain }))).toEqual([]);
  });

  test.each([
    ['an unknown version', offline(installed(null))],
    ['no Claude Code', offline(sampleLocal())],
    [
      'a server of another client',
      offline(installed('2.1.1'), { entries: [{ ...WITH_ID, client: 'cursor' }] }),
    ],
  ])('%s is no fault', (_, evidence) => {
    expect(occurrencesOnTarget(f132, evidence)).toEqual([]);
  });
});
