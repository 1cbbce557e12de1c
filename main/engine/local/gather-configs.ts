import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { FileRead, Ports } from '../ports.ts';
import { findPaths } from './find-paths.ts';
import { oncePerFile } from './once-per-file.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { CONFIG_LIMIT, readConfig, type ReadConfig } from './read-config.ts';
import { unreadPolicies } from './settings/unread-policies.ts';
import { unseenOfCopy } from './unseen-of-copy.ts';
import { STOPPED, untilAborted } from './until-aborted.ts';

type LocalPorts = Pick<Ports, 'files' | 'place'>;

export interface GatheredConfigs {
  readonly read: readonly ReadConfig[];
  readonly notExamined: readonly NotExamined[];
}

/**
 * Reads every configuration of `CONFIG_LOCATIONS`, all files at once. Files that do not exist leave no
 * trace.
 * @param ports files and place
 * @param signal stops the waiting; what was not read by then is named in `notExamined`
 * @returns never rejects for what lies on the disk (safety L2)
 */
export async function gatherConfigs(
  ports: LocalPorts,
  signal: AbortSignal,
): Promise<GatheredConfigs> {
  const here = CONFIG_LOCATIONS.filter(({ systems }) => systems.includes(ports.place.os));
  const found = await Promise.all(here.map((one) => readLocation(one, ports, signal)));
  const read = oncePerFile(
    found.flatMap((one) => one.read),
    ({ config }) => config.file,
  );
  const unread = read.flatMap(({ config }) => unexaminedOf(config));
  const hasClaude = read.some(({ config }) => config.client.startsWith('claude'));
  const policies = unreadPolicies(ports.place.os, hasClaude);
  return {
    read,
    notExamined: [
      ...found.flatMap((one) => one.notExamined),
      ...unread,
      ...policies,
      ...unseenOfCopy(ports.place),
    ],
  };
}

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
    paths.map(async (file) =>
      readConfig(location, file, await readFile(file, ports), isSetIn(ports.place)),
    ),
  );
}

/** Whether a variable has a value; a copied profile has no environment to ask. */
function isSetIn({ copied, env }: Ports['place']): (name: string) => boolean | null {
  return (name) => (copied ? null : (env(name) ?? '') !== '');
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
