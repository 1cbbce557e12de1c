import type { ClientId } from '../../contract/words.ts';
import { basePath } from '../local/bases.ts';
import { findPaths } from '../local/find-paths.ts';
import { CONFIG_LOCATIONS } from '../local/locations.ts';
import { oncePerFile } from '../local/once-per-file.ts';
import { SETTING_LOCATIONS } from '../local/settings/setting-locations.ts';
import { remotePartOf } from '../local/stores/remote-sign-ins.ts';
import type { Ports } from '../ports.ts';

/** A file that Unblank can change, and whose it is. */
export interface ChangeableFile {
  readonly path: string;
  readonly client: ClientId;
}
type LocalPorts = Pick<Ports, 'files' | 'place'>;

/** What Claude Code keeps of sign-ins (local/stores/gather-stores.ts). */
const CODE_STORES = ['.credentials.json', 'mcp-needs-auth-cache.json'];
/** Organisations, plugins and extensions write these; Unblank leaves them alone (fixes/parts/file-rules.ts). */
const OF_OTHERS = new Set(['managed', 'plugin', 'extension']);
const FOLDER_LIMIT = 50;

/**
 * Everything that a fix can change on this machine, and only that: the configurations, settings and
 * stores of the location tables. Not what organisations, plugins and extensions write (safety G16), no
 * TOML, which is only read, and no logs.
 * @returns paths, each once; some name files that do not exist
 */
export async function changeableFiles(ports: LocalPorts): Promise<readonly ChangeableFile[]> {
  const { os } = ports.place;
  const rows = [
    ...CONFIG_LOCATIONS.filter(({ format }) => format !== 'toml'),
    ...SETTING_LOCATIONS.filter(({ managed }) => !managed),
  ].filter(({ systems, scope }) => systems.includes(os) && !OF_OTHERS.has(scope));
  const found = await Promise.all([
    ...rows.map(async (row) =>
      (await findPaths(row, ports)).map((path) => ({ path, client: row.client })),
    ),
    codeStores(ports),
    remoteStores(ports),
  ]);
  return oncePerFile(found.flat(), ({ path }) => path);
}

async function codeStores({ place }: LocalPorts): Promise<readonly ChangeableFile[]> {
  const folder = basePath('claude-code-folder', place);
  if (folder === null) return [];
  return CODE_STORES.map((name) => ({ path: place.join(folder, name), client: 'claude-code' }));
}

async function remoteStores({ files, place }: LocalPorts): Promise<readonly ChangeableFile[]> {
  const base = basePath('mcp-remote', place);
  if (base === null) return [];
  const names = (await files.list(base)).filter((name) => /^mcp-remote-[\w.-]{1,40}$/.test(name));
  const folders = names.slice(-FOLDER_LIMIT).map(async (name): Promise<ChangeableFile[]> => {
    const folder = place.join(base, name);
    const stored = (await files.list(folder)).filter((one) => remotePartOf(one) !== null);
    return stored.map((one) => ({ path: place.join(folder, one), client: 'mcp-remote' }));
  });
  return (await Promise.all(folders)).flat();
}
