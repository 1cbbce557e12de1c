import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import { NO_FACTS } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';
import type { FileRead, Ports } from '../ports.ts';
import { findPaths } from './find-paths.ts';
import { gatherProxies } from './proxies.ts';
import { gatherInstalls } from './installs.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { CONFIG_LIMIT, readConfig, type ReadConfig } from './read-config.ts';

/** What a run knows of this machine, and what it could not look at. */
export interface GatheredMachine {
  readonly machine: MachineEvidence;
  readonly notExamined: readonly NotExamined[];
}

type LocalPorts = Pick<Ports, 'files' | 'place'>;

/**
 * Reads every configuration of `CONFIG_LOCATIONS` and notes what is installed. Reads only, all files
 * at once, contacts nobody (safety E8, G3). Files that do not exist leave no trace.
 * @param ports files and place
 * @param signal stops the waiting; what was not read by then is named in `notExamined`
 * @returns evidence; never rejects for what lies on the disk (safety L2)
 */
export async function gatherMachine(
  ports: LocalPorts,
  signal: AbortSignal,
): Promise<GatheredMachine> {
  const found = await Promise.all(
    CONFIG_LOCATIONS.filter(({ systems }) => systems.includes(ports.place.os)).map((location) =>
      readLocation(location, ports, signal),
    ),
  );
  const read = found.flatMap((one) => one.read);
  const installs = await untilAborted(() => gatherInstalls(ports, read), signal);
  const configs = read.map(({ config }) => config);
  return {
    machine: {
      os: ports.place.os,
      proxies: gatherProxies(ports.place),
      installs: installs ?? [],
      configs,
      settings: [],
      logs: [],
      stores: NO_STORES,
      facts: NO_FACTS,
    },
    notExamined: [
      ...found.flatMap((one) => one.notExamined),
      ...(installs === null ? [{ what: 'installed clients', why: STOPPED }] : []),
      ...configs.flatMap(unexaminedOf),
    ],
  };
}

const STOPPED = 'The run was stopped before this was read.';

interface LocationResult {
  readonly read: readonly ReadConfig[];
  readonly notExamined: readonly NotExamined[];
}

async function readLocation(
  location: ConfigLocation,
  ports: LocalPorts,
  signal: AbortSignal,
): Promise<LocationResult> {
  const read = await untilAborted(() => readAll(location, ports), signal);
  if (read !== null) return { read: read.filter((one) => one !== null), notExamined: [] };
  const what = `${location.path.at(-1) ?? ''} (${location.client}, ${location.scope})`;
  return { read: [], notExamined: [{ what, why: STOPPED }] };
}

async function readAll(
  location: ConfigLocation,
  ports: LocalPorts,
): Promise<readonly (ReadConfig | null)[]> {
  const paths = await findPaths(location, ports);
  return Promise.all(
    paths.map(async (file) => readConfig(location, file, await readFile(file, ports))),
  );
}

/** A port that throws is a file that could not be read, not the end of the run (safety L2). */
function readFile(file: string, { files }: LocalPorts): Promise<FileRead> {
  return files
    .read(file, CONFIG_LIMIT)
    .catch((error: unknown) => ({ kind: 'unreadable', reason: String(error) }) as const);
}

const UNEXAMINED_STATES = new Set(['folder', 'unreadable', 'too-large']);

function unexaminedOf({ file, state, detail }: MachineEvidence['configs'][number]): NotExamined[] {
  if (UNEXAMINED_STATES.has(state)) return [{ what: file, why: detail ?? state }];
  if (state !== 'broken') return [];
  return [{ what: file, why: 'The file is broken; servers behind the break can be missing.' }];
}

/** The value, or null as soon as the signal says stop; nothing is begun where it already has. */
function untilAborted<T>(begin: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    begin()
      .finally(() => signal.removeEventListener('abort', stop))
      .then(resolve, reject);
  });
}
