import type { InstallEvidence } from '../model/evidence.ts';
import type { Ports } from '../ports.ts';
import { basePath } from './bases.ts';
import { findPaths } from './find-paths.ts';
import { stringOf, type JsonNode } from './json-tree.ts';
import { INSTALL_LOCATIONS, type InstallLocation } from './locations.ts';
import type { ReadConfig } from './read-config.ts';
import { isAtLeast } from './version.ts';

type LocalPorts = Pick<Ports, 'files' | 'place'>;

/** Keys of `~/.claude.json` in which Claude Code leaves its own version behind. */
const VERSION_KEYS = ['lastReleaseNotesSeen', 'lastOnboardingVersion'] as const;

/**
 * Notes which clients have left something on this machine, and which version where that is written.
 * @param ports files and place
 * @param read the configurations that were read; Claude Code's state file names its version
 * @returns one entry per folder or file that exists
 */
export async function gatherInstalls(
  ports: LocalPorts,
  read: readonly ReadConfig[],
): Promise<InstallEvidence[]> {
  const here = INSTALL_LOCATIONS.filter(({ systems }) => systems.includes(ports.place.os));
  const codeVersion = newest(
    read
      .filter(({ config }) => config.client === 'claude-code' && config.scope === 'user')
      .flatMap(({ root }) => (root === null ? [] : versionsIn(root))),
  );
  const found = await Promise.all(
    here.map(async (location) =>
      (await existing(location, ports)).map((path) => install(location, path, codeVersion)),
    ),
  );
  return found.flat();
}

function install(
  location: InstallLocation,
  path: string,
  codeVersion: string | null,
): InstallEvidence {
  const { client, how, star } = location;
  const named = star === 'version' ? (/\d+\.\d+\.\d+[\w.-]*$/.exec(path)?.[0] ?? null) : null;
  return { client, version: client === 'claude-code' ? codeVersion : named, location: path, how };
}

/** Folders and files that are there. One byte is asked for: existence is all that counts. */
async function existing(location: InstallLocation, ports: LocalPorts): Promise<string[]> {
  if (basePath(location.base, ports.place) === null) return [];
  const paths = await findPaths(location, ports);
  const kinds = await Promise.all(
    paths.map((path) =>
      ports.files.read(path, 1).then(
        ({ kind }) => kind,
        () => 'missing',
      ),
    ),
  );
  return paths.filter((_, index) => kinds[index] !== 'missing');
}

function versionsIn(root: JsonNode): string[] {
  return VERSION_KEYS.map((key) => stringOf(root, key)).filter(
    (version): version is string => version !== null && /^\d+\.\d+\.\d+/.test(version),
  );
}

function newest(versions: readonly string[]): string | null {
  return versions.reduce<string | null>(
    (best, one) => (best === null || isAtLeast(one, best) ? one : best),
    null,
  );
}
