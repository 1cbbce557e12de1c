import type { SettingsFile } from '../../model/settings-evidence.ts';
import type { FileRead, Ports } from '../../ports.ts';
import { visible } from '../../redact/visible.ts';
import { findPaths } from '../find-paths.ts';
import { oncePerFile } from '../once-per-file.ts';
import { parseConfig } from '../parse-config.ts';
import { CONFIG_LIMIT } from '../read-config.ts';
import { untilAborted } from '../until-aborted.ts';
import { settingFacts } from './setting-facts.ts';
import { SETTING_LOCATIONS, type SettingLocation } from './setting-locations.ts';
import { unapprovedServers } from './unapproved-servers.ts';

type LocalPorts = Pick<Ports, 'files' | 'place'>;

/**
 * Reads the settings beside the server entries that decide whether a server is there at all: what is
 * switched off or not approved, what an organisation allows, variables that settings set, and servers
 * that stand where no client looks. Reads only (safety G3); managed files too (G16). Files that do
 * not exist, or say nothing about servers, leave no trace.
 * @param ports files and place
 * @param signal stops the waiting
 * @returns never rejects for what lies on the disk (safety L2)
 */
export async function gatherSettings(
  ports: LocalPorts,
  signal: AbortSignal,
): Promise<readonly SettingsFile[]> {
  const here = SETTING_LOCATIONS.filter(({ systems }) => systems.includes(ports.place.os));
  const found = await Promise.all(
    here.map((location) => untilAborted(() => readAll(location, ports), signal)),
  );
  const files = oncePerFile(
    found.flatMap((one) => one ?? []),
    ({ file }) => file,
  );
  return unapprovedServers(files).filter(saysSomething);
}

function saysSomething({ state, facts }: SettingsFile): boolean {
  return state !== 'ok' || facts.length > 0;
}

async function readAll(location: SettingLocation, ports: LocalPorts): Promise<SettingsFile[]> {
  const paths = await findPaths(location, ports);
  const read = paths.map(async (file) => {
    const bytes = await ports.files
      .read(file, CONFIG_LIMIT)
      .catch((error: unknown) => ({ kind: 'unreadable', reason: String(error) }) as const);
    return settingsFile(location, file, bytes);
  });
  return (await Promise.all(read)).flat();
}

function settingsFile(location: SettingLocation, file: string, read: FileRead): SettingsFile[] {
  if (read.kind === 'missing') return [];
  const { client, scope, managed, rules } = location;
  const about = { client, scope, file, managed };
  if (read.kind !== 'bytes') {
    const detail = read.kind === 'unreadable' ? visible(read.reason) : null;
    return [{ ...about, state: read.kind, detail, problems: [], facts: [] }];
  }
  const parsed = parseConfig(read.bytes, location);
  const { state, detail, problems } = parsed;
  return [{ ...about, state, detail, problems, facts: settingFacts(parsed, rules) }];
}
