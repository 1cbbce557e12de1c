import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { NO_FACTS, type MachineFacts } from '../model/machine-facts.ts';
import { NO_STORES, type StoreEvidence } from '../model/store-evidence.ts';
import type { Ports } from '../ports.ts';
import { gatherFacts } from './facts/gather-facts.ts';
import { gatherConfigs } from './gather-configs.ts';
import { gatherInstalls } from './installs.ts';
import { gatherLogs } from './logs/gather-logs.ts';
import { gatherProxies } from './proxies.ts';
import { gatherSettings } from './settings/gather-settings.ts';
import { keychainPresence } from './stores/keychain-presence.ts';
import { gatherStores } from './stores/gather-stores.ts';
import { logTime } from './log-time.ts';
import { createReadPart, type ReadPart } from './read-part.ts';

/** What a run knows of this machine, and what it could not look at. */
export interface GatheredMachine {
  readonly machine: MachineEvidence;
  readonly notExamined: readonly NotExamined[];
}

export interface MachineRequest {
  /** How much of each log is read, from its end, in bytes; `none` for a run that needs no logs. */
  readonly logs: number | 'none';
  /** Keychain items that the user has allowed to look for, each by its own leave (safety F7). */
  readonly keychain?: ReadonlySet<string>;
  /** Called for each log as soon as its newest part was read. */
  readonly onLog?: (log: LogFile) => void;
}

/** So much of a log holds weeks of a busy client; older parts are named as not read. */
export const LOG_BYTES = 64 * 1024 * 1024;

type LocalPorts = Pick<Ports, 'files' | 'logs' | 'machine' | 'place' | 'clock'>;

/** What says which servers there are, and who uses them: read first, and soon. */
export type Places = Pick<MachineEvidence, 'configs' | 'settings' | 'installs'>;

export interface MachineReading {
  readonly places: Promise<Places>;
  /** All of it; what says which servers there are is read by then. */
  readonly whole: Promise<GatheredMachine>;
}

/**
 * Reads everything on this machine that decides whether a client connects: configurations, settings,
 * what is installed and runs, what clients keep, and their logs. Reads only, contacts nobody (safety
 * E8, G3); a part that breaks is named and the others stand (L2).
 * @param signal stops the waiting; what was not read by then is named in `notExamined`
 */
export function gatherMachine(
  ports: LocalPorts,
  signal: AbortSignal,
  request: MachineRequest = { logs: LOG_BYTES },
): Promise<GatheredMachine> {
  return readMachine(ports, signal, request).whole;
}

/**
 * The same, for who wants to ask servers while the logs are still being read. Neither promise rejects
 * for what lies on the disk.
 */
export function readMachine(
  ports: LocalPorts,
  signal: AbortSignal,
  request: MachineRequest,
): MachineReading {
  const unread: NotExamined[] = [];
  const readPart = createReadPart(unread, signal);
  // Logs take longest and depend on nothing, so they are begun first.
  const logs = readLogs(ports, request, unread, signal);
  const settings = readPart('settings', () => gatherSettings(ports, signal), []);
  const early = readPlaces(ports, settings, readPart, signal);
  const rest = readRest(ports, settings, request.keychain ?? NO_LEAVE, readPart, signal);
  const whole = async (): Promise<GatheredMachine> => {
    const [{ places, notExamined }, { facts, stores }, read] = await Promise.all([
      early,
      rest,
      logs,
    ]);
    const { os } = ports.place;
    const proxies = gatherProxies(ports.place);
    const machine = { os, proxies, ...places, facts, stores, logs: read.logs };
    return { machine, notExamined: [...notExamined, ...unread, ...read.notExamined] };
  };
  return { places: early.then(({ places }) => places), whole: whole() };
}

type Settings = Promise<MachineEvidence['settings']>;

async function readPlaces(
  ports: LocalPorts,
  reading: Settings,
  readPart: ReadPart,
  signal: AbortSignal,
): Promise<{ readonly places: Places; readonly notExamined: readonly NotExamined[] }> {
  const { read, notExamined } = await gatherConfigs(ports, signal);
  const installs = await readPart('clients', () => gatherInstalls(ports, read), []);
  const configs = read.map(({ config }) => config);
  return { places: { configs, settings: await reading, installs }, notExamined };
}

async function readRest(
  ports: LocalPorts,
  reading: Settings,
  leave: ReadonlySet<string>,
  readPart: ReadPart,
  signal: AbortSignal,
): Promise<Pick<MachineEvidence, 'facts' | 'stores'>> {
  const settings = await reading;
  const facts = await readPart('facts', () => gatherFacts(ports, settings, signal), NO_FACTS);
  return { facts, stores: await readStores(ports, facts, leave, readPart, signal) };
}

const NO_LEAVE: ReadonlySet<string> = new Set();
const NO_LOGS = { logs: [], notExamined: [] } as const;

/** Logs have a time of their own, so that huge ones leave some for the servers (safety L1). */
async function readLogs(
  ports: LocalPorts,
  { logs, onLog }: MachineRequest,
  unread: NotExamined[],
  signal: AbortSignal,
): ReturnType<typeof gatherLogs> {
  if (logs === 'none') return NO_LOGS;
  const request = { newestBytes: logs, ...(onLog === undefined ? {} : { onLog }) };
  const time = logTime(ports.clock, signal);
  const read = () => gatherLogs(ports, request, time.stop);
  try {
    return await createReadPart(unread, time.giveUp)('logs', read, NO_LOGS);
  } finally {
    time.release();
  }
}

async function readStores(
  ports: LocalPorts,
  { running }: MachineFacts,
  leave: ReadonlySet<string>,
  readPart: ReadPart,
  signal: AbortSignal,
): Promise<StoreEvidence> {
  const files = await readPart('stores', () => gatherStores(ports, running, signal), NO_STORES);
  if (leave.size === 0) return files;
  const look = async () => (await keychainPresence(ports.machine, leave)) ?? [];
  return { ...files, keychain: await readPart('keychain', look, []) };
}
