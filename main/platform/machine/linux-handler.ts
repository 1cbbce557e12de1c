import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export interface DesktopFolders {
  /** Folders with `mimeapps.list`, the first one wins. */
  readonly lists: readonly string[];
  /** Folders with `.desktop` files and a `mimeinfo.cache`. */
  readonly applications: readonly string[];
}

const LIMIT = 1024 * 1024;

/**
 * The folders of the desktop's rules, by the XDG base directories.
 * @see https://specifications.freedesktop.org/mime-apps-spec/latest/file.html
 */
export function desktopFolders(
  home: string,
  env: (name: string) => string | undefined,
): DesktopFolders {
  const config = env('XDG_CONFIG_HOME') || path.join(home, '.config');
  const data = env('XDG_DATA_HOME') || path.join(home, '.local', 'share');
  const shared = (env('XDG_DATA_DIRS') || '/usr/local/share:/usr/share').split(':');
  const further = [path.join(data, 'flatpak', 'exports', 'share'), '/var/lib/snapd/desktop'];
  const applications = [data, ...shared, ...further]
    .filter((one) => path.isAbsolute(one))
    .map((one) => path.join(one, 'applications'));
  const lists = [config, ...(env('XDG_CONFIG_DIRS') || '/etc/xdg').split(':'), ...applications];
  return { lists: lists.filter((one) => path.isAbsolute(one)), applications };
}

/**
 * The program that opens addresses of a scheme, read from the files that `xdg-mime` reads; nothing is
 * run. How checked: on Linux with made-up folders.
 * @param scheme as `claude`
 * @returns `none` where no file names one that is there
 */
export async function linuxHandler(
  scheme: string,
  folders: DesktopFolders,
): Promise<{ readonly program: string } | 'none'> {
  const type = `x-scheme-handler/${scheme}`;
  const named = await Promise.all([
    ...folders.lists.map(async (folder) =>
      handlersIn(await textOf(path.join(folder, 'mimeapps.list')), type, LIST_SECTIONS),
    ),
    ...folders.applications.map(async (folder) =>
      handlersIn(await textOf(path.join(folder, 'mimeinfo.cache')), type, CACHE_SECTIONS),
    ),
  ]);
  for (const file of [...new Set(named.flat())]) {
    const program = await programOf(file, folders);
    if (program !== null) return { program };
  }
  return 'none';
}

const LIST_SECTIONS = ['[Default Applications]', '[Added Associations]'];
const CACHE_SECTIONS = ['[MIME Cache]'];

/** The desktop files that a list names for a type, in its order. Pure. */
export function handlersIn(
  text: string,
  type: string,
  sections: readonly string[],
): readonly string[] {
  let section = '';
  return text.split(/\r?\n/).flatMap((line) => {
    if (/^\[.*\]\s*$/.test(line)) section = line.trim();
    const equals = line.indexOf('=');
    if (!sections.includes(section) || line.slice(0, Math.max(equals, 0)).trim() !== type)
      return [];
    const files = line
      .slice(equals + 1)
      .split(';')
      .map((one) => one.trim());
    return files.filter((one) => /^[\w.@+-]+\.desktop$/.test(one));
  });
}

async function programOf(file: string, { applications }: DesktopFolders): Promise<string | null> {
  const texts = await Promise.all(applications.map((folder) => textOf(path.join(folder, file))));
  const text = texts.find((one) => one !== '');
  return text === undefined ? null : execIn(text);
}

/** The program of a desktop file's first Exec line, without its arguments. Pure. */
export function execIn(text: string): string | null {
  const line = /^Exec\s*=\s*(.+)$/m.exec(text)?.[1]?.trim() ?? '';
  const [, quoted, plain] = /^(?:"((?:[^"\\]|\\.){1,1000})"|(\S{1,1000}))/.exec(line) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? plain ?? null;
}

/** Empty where there is no such file of a sensible size. */
async function textOf(file: string): Promise<string> {
  try {
    const facts = await stat(file);
    return facts.isFile() && facts.size <= LIMIT ? await readFile(file, 'utf8') : '';
  } catch {
    return '';
  }
}
