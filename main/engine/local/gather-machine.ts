import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { NO_FACTS } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';
import type { Ports } from '../ports.ts';
import { gatherFacts } from './facts/gather-facts.ts';
import { gatherConfigs } from './gather-configs.ts';
import { gatherInstalls } from './installs.ts';
import { gatherLogs } from './logs/gather-logs.ts';
import { gatherProxies } from './proxies.ts';
import { gatherSettings } from './settings/gather-settings.ts';
import { gatherStores } from './stores/gather-stores.ts';
import { STOPPED, untilAborted } from './until-aborted.ts';

/** What a run knows of this machine, and what it could not look at. */
export interface GatheredMachine {
  readonly machine: MachineEvidence;
  readonly notExamined: readonly NotExamined[];
}

export interface MachineRequest {
  /** How much of each log is read, from its end, in bytes; `none` for a run that needs no logs. */
  readonly logs: number | 'none';
  /** Called for each log as soon as its newest part was read. */
  readonly onLog?: (log: LogFile) => void;
}

/** So much of a log holds weeks of a busy client; older parts are named as not read. */
export const LOG_BYTES = 64 * 1024 * 1024;

type LocalPorts = Pick<Ports, 'files' | 'logs' | 'machine' | 'place' | 'clock'>;

/**
 * Reads everything on this machine that decides whether a client connects: configurations, settings,
 * what is installed and runs, what clients keep, and their logs. Reads only, contacts nobody (safety
 * E8, G3); a part that breaks is named and the others stand (L2).
 * @param signal stops the waiting; what was not read by then is named in `notExamined`
 */
export async function gatherMachine(
  ports: LocalPorts,
  signal: AbortSignal,
  { logs: bytes, onLog }: MachineRequest = { logs: LOG_BYTES },
): Promise<GatheredMachine> {
  const unread: NotExamined[] = [];
  const part = <T>(what: string, begin: () => Promise<T>, otherwise: T): Promise<T> =>
    readPart({ what, begin, otherwise }, unread, signal);
  const request = { newestBytes: bytes === 'none' ? 0 : bytes, ...(onLog ? { onLog } : {}) };
  const readLogs = (): ReturnType<typeof gatherLogs> => gatherLogs(ports, request, signal);
  // Logs take longest and depend on nothing, so they are begun first.
  const reading = bytes === 'none' ? NO_LOGS : part('logs', readLogs, await NO_LOGS);
  const { read, notExamined } = await gatherConfigs(ports, signal);
  const settings = await part('settings', () => gatherSettings(ports, signal), []);
  const installs = await part('installed clients', () => gatherInstalls(ports, read), []);
  const find = (): ReturnType<typeof gatherFacts> => gatherFacts(ports, settings, signal);
  const facts = await part('running programs and environment', find, NO_FACTS);
  const keep = (): ReturnType<typeof gatherStores> => gatherStores(ports, facts.running, signal);
  const stores = await part('what clients keep of sign-ins', keep, NO_STORES);
  const logs = await reading;
  const machine: MachineEvidence = {
    os: ports.place.os,
    proxies: gatherProxies(ports.place),
    installs,
    configs: read.map(({ config }) => config),
    settings,
    logs: logs.logs,
    stores,
    facts,
  };
  return { machine, notExamined: [...notExamined, ...unread, ...logs.notExamined] };
}

const NO_LOGS: ReturnType<typeof gatherLogs> = Promise.resolve({ logs: [], notExamined: [] });

interface Part<T> {
  readonly what: string;
  readonly begin: () => Promise<T>;
  readonly otherwise: T;
}

async function readPart<T>(
  { what, begin, otherwise }: Part<T>,
  unread: NotExamined[],
  signal: AbortSignal,
): Promise<T> {
  try {
    const value = await untilAborted(begin, signal);
    if (value !== null) return value;
    unread.push({ what, why: STOPPED });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    unread.push({ what, why: `Could not be read: ${reason}.` });
  }
  return otherwise;
}
