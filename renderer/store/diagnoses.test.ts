import { describe, expect, test } from 'vitest';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import {
  applyEvent,
  applyStep,
  keyOfTarget,
  NO_DIAGNOSES,
  reportOf,
  type Diagnoses,
  type RunEvent,
} from './diagnoses.ts';

const KEY = 'server:acme';
const PROGRESS: RunEvent = { kind: 'progress', runId: 'run-1', text: 'Asking', done: 1, total: 4 };
const FINISHED: RunEvent = { kind: 'finished', runId: 'run-1', report: SAMPLE_REPORT };

function started(runId = 'run-1', from: Diagnoses = NO_DIAGNOSES): Diagnoses {
  return applyStep(applyStep(from, { kind: 'asked', key: KEY }), {
    kind: 'started',
    key: KEY,
    runId,
  });
}

describe('the runs of a window', () => {
  test('a run goes from asked over progress to its report', () => {
    const running = applyEvent(started(), PROGRESS);
    expect(running.runs[KEY]).toMatchObject({ phase: 'running', progress: { done: 1, total: 4 } });
    const done = applyEvent(running, FINISHED);
    expect(done.runs[KEY]).toEqual({ phase: 'finished', report: SAMPLE_REPORT });
  });

  test('events that come before the run is named are not lost', () => {
    const asked = applyStep(NO_DIAGNOSES, { kind: 'asked', key: KEY });
    const early = applyEvent(applyEvent(asked, PROGRESS), FINISHED);
    expect(early.runs[KEY]?.phase).toBe('starting');
    const named = applyStep(early, { kind: 'started', key: KEY, runId: 'run-1' });
    expect(named.runs[KEY]?.phase).toBe('finished');
    expect(named.early).toEqual([]);
  });

  test('events of runs that nobody names are kept only up to a limit', () => {
    const many = Array.from({ length: 100 }, () => PROGRESS);
    expect(many.reduce(applyEvent, NO_DIAGNOSES).early.length).toBeLessThanOrEqual(16);
  });

  test('an event of an older run does not change the newer one', () => {
    const first = applyEvent(started('run-1'), FINISHED);
    const second = started('run-2', first);
    const stale = applyEvent(second, { ...PROGRESS, runId: 'run-1' });
    expect(stale.runs[KEY]).toMatchObject({ phase: 'running', runId: 'run-2', progress: null });
  });

  test('the last report stays while a new check runs, and when it fails', () => {
    const again = started('run-2', applyEvent(started(), FINISHED));
    expect(reportOf(again.runs[KEY])).toBe(SAMPLE_REPORT);
    const error = { code: 'internal', params: {} } as const;
    const failed = applyEvent(again, { kind: 'failed', runId: 'run-2', error });
    expect(failed.runs[KEY]).toEqual({ phase: 'failed', error, previous: SAMPLE_REPORT });
  });

  test('a refused start is a failure with its error', () => {
    const error = { code: 'bad-address', params: { reason: 'no host' } } as const;
    const state = applyStep(NO_DIAGNOSES, { kind: 'refused', key: KEY, error });
    expect(state.runs[KEY]).toEqual({ phase: 'failed', error, previous: null });
  });

  test('stopping is remembered over further progress', () => {
    const stopping = applyStep(started(), { kind: 'stopping', key: KEY, stopping: true });
    expect(applyEvent(stopping, PROGRESS).runs[KEY]).toMatchObject({ stopping: true });
  });

  test('stopping what does not run changes nothing', () => {
    const step = { kind: 'stopping', key: KEY, stopping: true } as const;
    expect(applyStep(NO_DIAGNOSES, step)).toBe(NO_DIAGNOSES);
  });

  test('two kinds of target with the same text have different keys', () => {
    const keys = [
      keyOfTarget({ kind: 'server', id: 'demo' }),
      keyOfTarget({ kind: 'address', address: 'demo' }),
      keyOfTarget({ kind: 'demo' }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
