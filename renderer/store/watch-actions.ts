import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/client.ts';
import type { AppState } from './app-store.ts';
import { escapeDeep } from './escape-invisible.ts';
import { toAppErrorData } from './load.ts';
import {
  applyWatchEvent,
  applyWatchStep,
  isWatching,
  keyOfWatch,
  type WatchedTarget,
  type WatchEvent,
  type WatchStep,
} from './watches.ts';

type Set = StoreApi<AppState>['setState'];
type Get = StoreApi<AppState>['getState'];

export interface WatchActions {
  /** Shows the screen and follows the logs, unless that is already done; it reads only. */
  readonly watch: (target: WatchedTarget) => Promise<void>;
  readonly stopWatch: (target: WatchedTarget) => Promise<void>;
}

/** What a window can do with the logs of clients. */
export function watchActions(client: Client, set: Set, get: Get): WatchActions {
  return {
    watch: (target) => watch(client, set, get, target),
    stopWatch: (target) => stopWatch(client, set, get, target),
  };
}

/** Takes what the host says of them into the store. */
export function listenToWatches(client: Client, set: Set): void {
  client.on('watch.news', (one) => event(set, { kind: 'news', ...one }));
  client.on('watch.ended', (one) => event(set, { kind: 'ended', ...one }));
  client.on('watch.failed', (one) => event(set, { kind: 'failed', ...one }));
}

async function watch(client: Client, set: Set, get: Get, target: WatchedTarget): Promise<void> {
  const key = keyOfWatch(target);
  get().actions.go({ screen: 'watch', props: { target } });
  if (isWatching(get().watches.runs[key])) return;
  step(set, { kind: 'asked', key });
  try {
    const { runId } = await client.call('watch.start', { target });
    step(set, { kind: 'started', key, runId });
  } catch (error) {
    step(set, { kind: 'refused', key, error: escapeDeep(toAppErrorData(error)) });
  }
}

async function stopWatch(client: Client, set: Set, get: Get, target: WatchedTarget): Promise<void> {
  const key = keyOfWatch(target);
  const run = get().watches.runs[key];
  if (run?.phase !== 'running' || run.runId === null || run.stopping) return;
  step(set, { kind: 'stopping', key });
  try {
    await client.call('watch.stop', { runId: run.runId });
  } catch (error) {
    event(set, { kind: 'failed', runId: run.runId, error: toAppErrorData(error) });
  }
}

function step(set: Set, one: WatchStep): void {
  set(({ watches }) => ({ watches: applyWatchStep(watches, one) }));
}

function event(set: Set, one: WatchEvent): void {
  const shown = escapeDeep(one);
  set(({ watches }) => ({ watches: applyWatchEvent(watches, shown) }));
}
