import { describe, expect, test } from 'vitest';
import { BLANK_MESSAGES, REGISTER, tracedReport } from '../testing/sample-trace.ts';
import {
  applyTraceEvent,
  applyTraceStep,
  isTracing,
  NO_TRACES,
  type TraceEvent,
  type Traces,
  type TraceSettings,
} from './traces.ts';

const KEY = 'server:acme';
const SETTINGS: TraceSettings = {
  as: 'claude-hosted',
  way: 'isolated',
  keep: false,
  thorough: false,
  clientId: null,
};
const SEQUENCE: TraceEvent = {
  kind: 'sequence',
  runId: 'run-1',
  messages: BLANK_MESSAGES.slice(0, 3),
  exchanges: [],
  called: null,
};
const FINISHED: TraceEvent = { kind: 'finished', runId: 'run-1', report: tracedReport() };

function asked(): Traces {
  return applyTraceStep(NO_TRACES, { kind: 'asked', key: KEY, settings: SETTINGS });
}
function started(from: Traces = asked()): Traces {
  return applyTraceStep(from, { kind: 'started', key: KEY, runId: 'run-1' });
}
const events = (state: Traces, ...all: readonly TraceEvent[]) => all.reduce(applyTraceEvent, state);

describe('the traced sign-ins of a window', () => {
  test('one goes from asked over its diagram to its report', () => {
    const progress: TraceEvent = { kind: 'progress', runId: 'run-1', text: 'x', done: 1, total: 2 };
    const running = events(started(), progress, SEQUENCE);
    expect(running.runs[KEY]).toMatchObject({ phase: 'running', progress: { done: 1 } });
    expect(running.runs[KEY]?.messages).toHaveLength(3);
    const done = events(running, FINISHED).runs[KEY];
    expect(done).toMatchObject({ phase: 'finished', called: { outcome: 'blank' } });
    expect(done?.messages).toHaveLength(BLANK_MESSAGES.length);
    expect(isTracing(done)).toBe(false);
  });

  test('events that come before it is named are not lost', () => {
    const early = events(asked(), SEQUENCE, FINISHED);
    expect(early.runs[KEY]?.phase).toBe('starting');
    expect(started(early).runs[KEY]?.phase).toBe('finished');
    expect(started(early).early).toEqual([]);
  });

  test('exchanges add up, and one that comes again is kept once', () => {
    const news: TraceEvent = { ...SEQUENCE, exchanges: [REGISTER] };
    const state = events(started(), news, SEQUENCE, news);
    expect(state.runs[KEY]?.exchanges).toEqual([REGISTER]);
  });

  test('a message that did not change stays the same object, so that it is not drawn again', () => {
    const first = events(started(), SEQUENCE);
    const copy = structuredClone(SEQUENCE);
    const next = events(first, { ...copy, messages: BLANK_MESSAGES.slice(0, 4) });
    const [before, after] = [first.runs[KEY]?.messages, next.runs[KEY]?.messages];
    expect(after?.[0]).toBe(before?.[0]);
    expect(after).toHaveLength(4);
  });

  test('what comes after the end changes nothing', () => {
    const done = events(started(), FINISHED);
    expect(events(done, SEQUENCE).runs[KEY]).toBe(done.runs[KEY]);
  });

  test('what was drawn stays when it fails, and a second one begins with nothing', () => {
    const error = { code: 'run-stuck', params: {} } as const;
    const failed = events(started(), SEQUENCE, { kind: 'failed', runId: 'run-1', error });
    expect(failed.runs[KEY]).toMatchObject({ phase: 'failed', error });
    expect(failed.runs[KEY]?.messages).toHaveLength(3);
    const again = applyTraceStep(failed, { kind: 'asked', key: KEY, settings: SETTINGS });
    expect(again.runs[KEY]?.messages).toEqual([]);
  });

  test('one under way is not put away', () => {
    const running = started();
    expect(applyTraceStep(running, { kind: 'dismissed', key: KEY })).toBe(running);
    const done = events(running, FINISHED);
    expect(applyTraceStep(done, { kind: 'dismissed', key: KEY }).runs).toEqual({});
  });

  test('a report without a sign-in in it leaves the diagram as it was', () => {
    const report = tracedReport();
    const targets = report.targets.map((one) => ({ ...one, signIn: null }));
    const end: TraceEvent = { ...FINISHED, report: { ...report, targets } };
    expect(events(started(), SEQUENCE, end).runs[KEY]?.messages).toHaveLength(3);
  });
});
