import type { ToolFact } from '../../model/machine-facts.ts';
import type { FileFacts, Ports } from '../../ports.ts';
import { shownText } from '../stores/store-values.ts';
import { toolVersion } from './tool-version.ts';

const TOOLS = ['node', 'npx', 'npm', 'uvx', 'python3', 'docker', 'claude'] as const;
const WINDOWS_ENDINGS = ['.exe', '.cmd', '.bat'] as const;
/** A search path of more folders than this is a mistake, and we do not repeat it. */
const FOLDER_LIMIT = 200;

type ToolPorts = Pick<Ports, 'files' | 'place'>;

/**
 * The programs that local servers are started with, where the search path of this process leads.
 * Nothing is run: versions come from files beside them (safety I1). The search path of Claude
 * Desktop is often another one.
 * @returns none for a copied profile
 */
export async function pathTools(ports: ToolPorts): Promise<readonly ToolFact[]> {
  const folders = foldersOf(ports);
  const found = await Promise.all(TOOLS.map((name) => firstOf(name, folders, ports)));
  return found.filter((one) => one !== null);
}

function foldersOf({ place }: ToolPorts): readonly string[] {
  const separator = place.os === 'win32' ? ';' : ':';
  const path = place.env('PATH') ?? place.env('Path') ?? '';
  const folders = path.split(separator).map((one) => one.replace(/^"(.*)"$/u, '$1'));
  // A relative folder means another one in each program.
  return folders.filter((one) => /^(?:\/|[A-Za-z]:[\\/])/u.test(one)).slice(0, FOLDER_LIMIT);
}

async function firstOf(
  name: string,
  folders: readonly string[],
  ports: ToolPorts,
): Promise<ToolFact | null> {
  const names = ports.place.os === 'win32' ? WINDOWS_ENDINGS.map((end) => name + end) : [name];
  for (const folder of folders) {
    for (const file of names) {
      const path = ports.place.join(folder, file);
      const facts = await ports.files.stat(path).catch(() => null);
      if (facts !== null && isProgram(facts)) return toolAt(name, path, facts, ports);
    }
  }
  return null;
}

/** A file without the right to be run is passed over, as the system does. */
function isProgram({ kind, mode }: FileFacts): boolean {
  return kind === 'file' && (mode === null || (mode & 0o111) !== 0);
}

async function toolAt(
  name: string,
  path: string,
  { linksTo }: FileFacts,
  ports: ToolPorts,
): Promise<ToolFact> {
  const version = await toolVersion(name, linksTo ?? path, ports);
  return { name, path: shownText(path), version };
}
