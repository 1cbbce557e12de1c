import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/client.ts';
import type { JournalEntry } from '../../main/contract/repair.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  ChosenTarget,
  EventName,
  EventPayload,
  ModePage,
  Overview,
} from '../../main/contract/table.ts';
import type { ClientId, Step } from '../../main/contract/words.ts';
import type { Route } from '../screens/index.ts';
import {
  applyEvent,
  applyStep,
  keyOfTarget,
  NO_DIAGNOSES,
  type Diagnoses,
  type RunEvent,
  type RunStep,
} from './diagnoses.ts';
import { checkAllActions, type CheckAllActions } from './check-all.ts';
import { compareActions, type CompareActions, type Comparisons } from './compare-actions.ts';
import { escapeDeep } from './escape-invisible.ts';
import { toAppErrorData, type Load } from './load.ts';
import { tokenActions, type TokenActions } from './token-actions.ts';
import { listenToTraces, traceActions, type TraceActions } from './trace-actions.ts';
import { NO_TRACES, type Traces } from './traces.ts';
import { listenToWatches, watchActions, type WatchActions } from './watch-actions.ts';
import { NO_WATCHES, type Watches } from './watches.ts';

/** What a person has chosen on a diagnosis. */
export interface Choice {
  /** Null until one was chosen: then the screen chooses. */
  readonly client: ClientId | null;
  /** The open station; `auto` opens the broken one, null opens none. */
  readonly station: Step | 'auto' | null;
}

export const NO_CHOICE: Choice = { client: null, station: 'auto' };

export interface AppState {
  readonly about: CallOutput<'app.about'> | null;
  readonly overview: Load<Overview>;
  /** What was changed here, as of the last look; none where it could not be read. */
  readonly journal: readonly JournalEntry[];
  readonly diagnoses: Diagnoses;
  readonly traces: Traces;
  readonly comparisons: Comparisons;
  readonly watches: Watches;
  readonly tokens: Load<CallOutput<'tokens.list'>>;
  /** Addresses checked in this window, newest first. */
  readonly addresses: readonly string[];
  readonly choices: Readonly<Record<string, Choice>>;
  readonly pages: Readonly<Record<string, Load<ModePage>>>;
  readonly route: Route;
  readonly trail: readonly Route[];
  /** The list of servers is open; matters only where the window is narrow. */
  readonly menuOpen: boolean;
  readonly actions: AppActions;
}

export interface AppActions
  extends CheckAllActions, CompareActions, TraceActions, TokenActions, WatchActions {
  /** A call of the contract, its answer made visible; for what is kept by no store. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** An event of the contract, made visible. @returns how to stop hearing it */
  readonly hear: <N extends EventName>(
    name: N,
    listener: (payload: EventPayload<N>) => void,
  ) => () => void;
  /** Reads the machine again; the old list stays until the new one is there. */
  readonly look: () => Promise<void>;
  /** Holds what was changed against the disk again; contacts nobody (safety G11). */
  readonly lookAtChanges: () => Promise<void>;
  /**
   * Starts a diagnosis and shows it; does nothing where one of that target is already running.
   * @param register the person has allowed to register clients for this run (safety E9)
   */
  readonly check: (target: ChosenTarget, register?: boolean) => Promise<void>;
  /** The same without going to its screen. */
  readonly checkAside: (target: ChosenTarget) => Promise<void>;
  readonly stop: (target: ChosenTarget) => Promise<void>;
  readonly choose: (target: ChosenTarget, choice: Partial<Choice>) => void;
  readonly go: (route: Route) => void;
  readonly goBack: () => void;
  readonly openMode: (code: string) => Promise<void>;
  /** Opens one of our listed pages by its id (safety B7); rejects with an AppError. */
  readonly openPage: (page: string) => Promise<void>;
  readonly setMenu: (open: boolean) => void;
}

export type AppStore = StoreApi<AppState>;
type Set = AppStore['setState'];
type Get = AppStore['getState'];

/** How far Escape can go back. */
const TRAIL_LENGTH = 20;

/**
 * The state of the window over a client of the contract. Everything that came over the bridge is
 * made visible (escapeDeep) before it is kept, so that no screen can forget to.
 * @param client the calls and events of the host
 */
export function createAppStore(client: Client): AppStore {
  const store = createStore<AppState>()((set, get, { subscribe }) => ({
    about: null,
    overview: { phase: 'loading' },
    journal: [],
    diagnoses: NO_DIAGNOSES,
    traces: NO_TRACES,
    comparisons: {},
    watches: NO_WATCHES,
    tokens: { phase: 'loading' },
    addresses: [],
    choices: {},
    pages: {},
    route: { screen: 'overview', props: {} },
    trail: [],
    menuOpen: false,
    actions: { ...createActions(client, set, get), ...checkAllActions(get, subscribe) },
  }));
  listen(client, store.setState);
  listenToTraces(client, store.setState);
  listenToWatches(client, store.setState);
  return store;
}

function createActions(
  client: Client,
  set: Set,
  get: Get,
): Omit<AppActions, keyof CheckAllActions> {
  return {
    ...navigation(set, get),
    ...traceActions(client, set, get),
    ...tokenActions(client, set),
    ...compareActions(client, set),
    ...watchActions(client, set, get),
    look: () => look(client, set),
    lookAtChanges: () => lookAtChanges(client, set),
    ask: async (name, input) => escapeDeep(await client.call(name, input)),
    hear: (name, listener) => client.on(name, (one) => listener(escapeDeep(one))),
    check: (target, register = false) => {
      get().actions.go({ screen: 'diagnosis', props: { target } });
      return check(client, set, get, { target, register });
    },
    checkAside: (target) => check(client, set, get, { target, register: false }),
    stop: (target) => stop(client, set, get, target),
    choose: (target, choice) =>
      set(({ choices }) => {
        const key = keyOfTarget(target);
        return { choices: { ...choices, [key]: { ...(choices[key] ?? NO_CHOICE), ...choice } } };
      }),
    openMode: (code) => openMode(client, set, get, code),
    openPage: async (page) => void (await client.call('page.open', { page })),
  };
}

function navigation(set: Set, get: Get): Pick<AppActions, 'go' | 'goBack' | 'setMenu'> {
  return {
    go: (route) => {
      const { route: old, trail } = get();
      const same = JSON.stringify(old) === JSON.stringify(route);
      const next = same ? trail : [...trail, old].slice(-TRAIL_LENGTH);
      set({ route, trail: next, menuOpen: false });
    },
    goBack: () =>
      set(({ trail, menuOpen, route }) => {
        if (menuOpen) return { menuOpen: false };
        const last = trail.at(-1);
        if (last !== undefined) return { route: last, trail: trail.slice(0, -1) };
        return { route: route.screen === 'overview' ? route : { screen: 'overview', props: {} } };
      }),
    setMenu: (menuOpen) => set({ menuOpen }),
  };
}

async function look(client: Client, set: Set): Promise<void> {
  set(({ overview }) => (overview.phase === 'ready' ? {} : { overview: { phase: 'loading' } }));
  const about = client.call('app.about', {}).then(
    (value) => set({ about: value }),
    () => set({ about: null }),
  );
  const journal = lookAtChanges(client, set);
  try {
    const value = escapeDeep(await client.call('machine.overview', {}));
    set({ overview: { phase: 'ready', value } });
  } catch (error) {
    set({ overview: { phase: 'failed', error: escapeDeep(toAppErrorData(error)) } });
  }
  await Promise.all([about, journal]);
}

function lookAtChanges(client: Client, set: Set): Promise<void> {
  return client.call('journal.list', {}).then(
    ({ entries }) => set({ journal: escapeDeep(entries) }),
    () => set({ journal: [] }),
  );
}

async function check(
  client: Client,
  set: Set,
  get: Get,
  input: CallInput<'diagnosis.start'>,
): Promise<void> {
  const { target } = input;
  const key = keyOfTarget(target);
  const phase = get().diagnoses.runs[key]?.phase;
  if (phase === 'starting' || phase === 'running') return;
  remember(set, target);
  step(set, { kind: 'asked', key });
  try {
    const { runId } = await client.call('diagnosis.start', input);
    step(set, { kind: 'started', key, runId });
  } catch (error) {
    step(set, { kind: 'refused', key, error: escapeDeep(toAppErrorData(error)) });
  }
}

async function stop(client: Client, set: Set, get: Get, target: ChosenTarget): Promise<void> {
  const key = keyOfTarget(target);
  const run = get().diagnoses.runs[key];
  if (run?.phase !== 'running' || run.stopping) return;
  step(set, { kind: 'stopping', key, stopping: true });
  try {
    await client.call('diagnosis.cancel', { runId: run.runId });
  } catch (error) {
    const { runId } = run;
    event(set, { kind: 'failed', runId, error: escapeDeep(toAppErrorData(error)) });
  }
}

async function openMode(client: Client, set: Set, get: Get, code: string): Promise<void> {
  get().actions.go({ screen: 'help', props: { code } });
  const keep = (page: Load<ModePage>) =>
    set(({ pages }) => ({ pages: { ...pages, [code]: page } }));
  if (get().pages[code]?.phase === 'ready') return;
  keep({ phase: 'loading' });
  try {
    keep({ phase: 'ready', value: escapeDeep(await client.call('mode.explain', { code })) });
  } catch (error) {
    keep({ phase: 'failed', error: escapeDeep(toAppErrorData(error)) });
  }
}

function listen(client: Client, set: Set): void {
  client.on('diagnosis.progress', (one) => event(set, { kind: 'progress', ...one }));
  client.on('diagnosis.finished', (one) => event(set, { kind: 'finished', ...one }));
  client.on('diagnosis.failed', (one) => event(set, { kind: 'failed', ...one }));
}

function step(set: Set, one: RunStep): void {
  set(({ diagnoses }) => ({ diagnoses: applyStep(diagnoses, one) }));
}

function event(set: Set, one: RunEvent): void {
  const shown = escapeDeep(one);
  set(({ diagnoses }) => ({ diagnoses: applyEvent(diagnoses, shown) }));
}

function remember(set: Set, target: ChosenTarget): void {
  if (target.kind !== 'address') return;
  const { address } = target;
  set(({ addresses }) => ({
    addresses: [address, ...addresses.filter((one) => one !== address)],
  }));
}
