import { describe, expect, test } from 'vitest';
import type { LogFile } from '../model/log-evidence.ts';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import type { LocalEvidence, TargetEvidence } from '../model/evidence.ts';
import { NOTHING_GATHERED } from '../model/evidence.ts';
import { MODES } from '../modes/index.generated.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import {
  sampleIncident,
  sampleLocal,
  sampleLog,
  sampleSighting,
  STORY_AT,
} from '../testing/sample-log.ts';
import { judgeTargetModes } from './judge-modes.ts';
import { withLogs, withMachineLogs } from './log-findings.ts';

const offline = (local: LocalEvidence): TargetEvidence => ({
  ...NOTHING_GATHERED,
  url: MCP_URL,
  entries: [],
  local,
});
const found = (evidence: TargetEvidence, unseen: readonly string[] = []) =>
  withLogs(judgeTargetModes(MODES, evidence).found, MODES, evidence, new Set(unseen));
const failed = sampleLog({ sightings: [sampleSighting()], incidents: [sampleIncident()] });

describe('a line of a log', () => {
  test('is a finding of the mode that it names', () => {
    const [only, ...others] = found(offline(sampleLocal(failed)));
    expect(others).toEqual([]);
    expect(only?.mode.code).toBe('F40');
    expect(only?.occurrence).toMatchObject({
      confidence: 'likely',
      clients: ['claude-code'],
      evidence: [{ kind: 'log', line: 7, time: '2026-11-20T10:00:00.000Z', count: 1 }],
    });
    expect(only?.occurrence.detail).toContain('Claude Code says so, last at 2026-11-20 10:00 UTC');
  });

  test('is evidence of the mode where the server shows it as well', () => {
    const evidence = withServer({ registration_endpoint: undefined });
    const [f40] = found({ ...evidence, local: sampleLocal(failed) }).filter(
      ({ mode }) => mode.code === 'F40',
    );
    const kinds = f40!.occurrence.evidence.map(({ kind }) => kind);
    expect(kinds.at(-1)).toBe('log');
    expect(kinds.length).toBeGreaterThan(1);
    expect(f40!.occurrence.confidence).not.toBe('likely');
  });

  test('that a mode has read is no finding of another', () => {
    const entry = sampleEntry({
      signIn: {
        clientId: 'cid-1',
        hasSecret: false,
        callbackPort: null,
        scopes: [],
        serverMetadataUrl: null,
      },
    });
    const evidence = { ...offline(sampleLocal(failed)), entries: [entry] };
    expect(found(evidence).map(({ mode }) => mode.code)).toEqual(['F41']);
  });

  test('says nothing after the client has connected', () => {
    const connected = sampleIncident({ ended: 'connected', code: null, last: STORY_AT + 1 });
    const log = { ...failed, incidents: [...failed.incidents, connected] };
    expect(found(offline(sampleLocal(log)))).toEqual([]);
  });

  test('is advice where the server answers otherwise now', () => {
    const sighting = sampleSighting({ code: 'F26', step: 'resource-metadata' });
    const log = sampleLog({ sightings: [sighting], incidents: [sampleIncident()] });
    const evidence = { ...healthyEvidence(), local: sampleLocal(log) };
    const severities = (unseen: readonly string[]) =>
      found(evidence, unseen).map(({ mode, occurrence }) => [mode.code, occurrence.severity]);
    expect(severities([])).toEqual([['F26', 'advice']]);
    expect(severities(['F26'])).toEqual([['F26', undefined]]);
  });

  test('is advice after two weeks', () => {
    const old = sampleSighting({ last: STORY_AT - 15 * 24 * 3600_000 });
    const [only] = found(offline(sampleLocal(sampleLog({ sightings: [old] }))));
    expect(only?.occurrence.severity).toBe('advice');
  });

  test('that names no mode only tells the story', () => {
    const log = sampleLog({ sightings: [sampleSighting({ code: null })] });
    expect(found(offline(sampleLocal(log)))).toEqual([]);
  });
});

test('what a log of many servers says of none is about the machine', () => {
  const lone = sampleSighting({ code: 'F111', step: 'local' });
  const shared = { server: null, project: null, hash: null } as const;
  const machine = (log: Partial<LogFile>) => ({ ...sampleMachine(), logs: [sampleLog(log)] });
  const codes = (log: Partial<LogFile>) =>
    withMachineLogs([], MODES, machine(log)).map(({ mode }) => mode.code);
  expect(codes({ ...shared, sightings: [lone] })).toEqual(['F111']);
  expect(codes({ ...shared, sightings: [{ ...lone, server: 'acme' }] })).toEqual([]);
  expect(codes({ sightings: [lone] })).toEqual([]);
});

test('H13: of a line that names no server only what is about account or machine is a finding', () => {
  const codes = (code: 'F102' | 'F14' | 'F72' | 'F81') => {
    const sighting = sampleSighting({ code, step: 'call', server: null });
    const log = sampleLog({ server: null, project: null, hash: null, sightings: [sighting] });
    const machine = { ...sampleMachine(), logs: [log] };
    return withMachineLogs([], MODES, machine).map(({ mode }) => mode.code);
  };
  expect(codes('F102')).toEqual(['F102']);
  for (const code of ['F14', 'F72', 'F81'] as const)
    expect([code, codes(code)]).toEqual([code, []]);
});

test('a loop is shown with its rounds and its period', () => {
  const loop = sampleIncident({ kind: 'loop', rounds: 6, periodSeconds: 40 });
  const [only] = found(offline(sampleLocal({ ...failed, incidents: [loop] })));
  expect(only?.occurrence.evidence[1]).toMatchObject({
    kind: 'incident',
    incident: 'loop',
    rounds: 6,
    periodSeconds: 40,
  });
});
