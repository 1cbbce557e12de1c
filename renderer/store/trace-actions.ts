import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/client.ts';
import type { CallOutput, ChosenTarget } from '../../main/contract/table.ts';
import type { AppState } from './app-store.ts';
import { applyStep, keyOfTarget } from './diagnoses.ts';
import { escapeDeep } from './escape-invisible.ts';
import { toAppErrorData } from './load.ts';
import {
  applyTraceEvent,
  applyTraceStep,
  isTracing,
  keyOfTrace,
  type TraceEvent,
  type TraceSettings,
  type TraceStep,
} from './traces.ts';

type Set = StoreApi<AppState>['setState'];
type Get = StoreApi<AppState>['getState'];

export interface TraceActions {
  /** Starts a traced sign-in: the person has read what it does and asked for it (safety E9). */
  readonly trace: (target: ChosenTarget, settings: TraceSettings) => Promise<void>;
  readonly stopTrace: (target: ChosenTarget) => Promise<void>;
  /** Puts an ended one away, so that the next can be chosen. */
  readonly dismissTrace: (target: ChosenTarget) => void;
  /** The text for a vendor; rejects with an AppError. */
  readonly vendorReport: (runId: string, reference: string) => Promise<CallOutput<'vendor.report'>>;
}

/** What a window can do with traced sign-ins. */
export function traceActions(client: Client, set: Set, get: Get): TraceActions {
  return {
    trace: (target, settings) => trace(client, set, get, target, settings),
    stopTrace: (target) => stopTrace(client, set, get, target),
    dismissTrace: (target) => step(set, { kind: 'dismissed', key: keyOfTarget(target) }),
    vendorReport: async (runId, reference) =>
      escapeDeep(await client.call('vendor.report', { runId, reference })),
  };
}

/** Takes what the host says of them into the store. */
export function listenToTraces(client: Client, set: Set): void {
  client.on('trace.progress', (one) => event(set, { kind: 'progress', ...one }));
  client.on('trace.sequence', (one) => event(set, { kind: 'sequence', ...one }));
  client.on('trace.finished', (one) => event(set, { kind: 'finished', ...one }));
  client.on('trace.failed', (one) => event(set, { kind: 'failed', ...one }));
}

async function trace(
  client: Client,
  set: Set,
  get: Get,
  target: ChosenTarget,
  settings: TraceSettings,
): Promise<void> {
  const key = keyOfTarget(target);
  if (isTracing(get().traces.runs[key])) return;
  step(set, { kind: 'asked', key, settings });
  try {
    const { runId } = await client.call('trace.start', { target, ...settings });
    step(set, { kind: 'started', key, runId });
    // The end may have come before the name.
    share(set, runId);
  } catch (error) {
    step(set, { kind: 'refused', key, error: escapeDeep(toAppErrorData(error)) });
  }
}

async function stopTrace(client: Client, set: Set, get: Get, target: ChosenTarget): Promise<void> {
  const key = keyOfTarget(target);
  const run = get().traces.runs[key];
  if (run?.phase !== 'running' || run.runId === null || run.stopping) return;
  step(set, { kind: 'stopping', key });
  try {
    await client.call('trace.cancel', { runId: run.runId });
  } catch (error) {
    event(set, { kind: 'failed', runId: run.runId, error: toAppErrorData(error) });
  }
}

function step(set: Set, one: TraceStep): void {
  set(({ traces }) => ({ traces: applyTraceStep(traces, one) }));
}

function event(set: Set, one: TraceEvent): void {
  const shown = escapeDeep(one);
  set(({ traces }) => ({ traces: applyTraceEvent(traces, shown) }));
  if (one.kind === 'finished') share(set, one.runId);
}

/** A trace is a diagnosis, too: its report is the newest of its server. */
function share(set: Set, runId: string): void {
  set(({ traces, diagnoses }) => {
    const key = keyOfTrace(traces, runId);
    const report = key === null ? null : (traces.runs[key]?.report ?? null);
    if (key === null || report === null) return {};
    return { diagnoses: applyStep(diagnoses, { kind: 'traced', key, report }) };
  });
}
