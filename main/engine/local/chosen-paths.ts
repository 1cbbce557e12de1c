import type { Ports } from '../ports.ts';
import { decodeText } from './decode-text.ts';
import { membersOf, readTree, stringOf, type JsonNode } from './json-tree.ts';

/** Another file that says which of several files counts. */
export type ChosenBy = 'applied profile' | 'installed plugins';

/** Such files are lists of names and stay small. */
const LIMIT = 1024 * 1024;

/**
 * Keeps of the files that were found those that count. What the other file says only chooses among
 * what was found: no path in it is ever followed (safety G3).
 * @param by what chooses
 * @param paths the files that were found
 * @param base the folder that the location starts from
 * @param ports files and place
 * @returns all of them where nothing says which
 */
export async function chosenPaths(
  by: ChosenBy,
  paths: readonly string[],
  base: string,
  ports: Pick<Ports, 'files' | 'place'>,
): Promise<readonly string[]> {
  if (paths.length === 0) return paths;
  return by === 'applied profile' ? appliedProfile(paths, ports) : installed(paths, base, ports);
}

/** `_meta.json` beside the profiles of the third-party mode names the one that is in use. */
async function appliedProfile(
  paths: readonly string[],
  { files }: Pick<Ports, 'files'>,
): Promise<readonly string[]> {
  const profiles = paths.filter((path) => nameOf(path) !== '_meta.json');
  const meta = paths.find((path) => nameOf(path) === '_meta.json');
  const root = meta === undefined ? null : await rootOf(meta, files);
  const id = root === null ? null : stringOf(root, 'appliedId');
  const applied = profiles.filter((path) => nameOf(path) === `${id}.json`);
  return applied.length > 0 ? applied : profiles;
}

/** Old versions stay behind in the cache; `installed_plugins.json` names the folders in use. */
async function installed(
  paths: readonly string[],
  base: string,
  { files, place }: Pick<Ports, 'files' | 'place'>,
): Promise<readonly string[]> {
  const root = await rootOf(place.join(base, 'plugins', 'installed_plugins.json'), files);
  const folders = root === null ? [] : textsUnder(root, 'installPath').map(lastThree);
  if (folders.length === 0) return paths;
  return paths.filter((path) =>
    folders.some((folder) => withSlashes(path).includes(`/${folder}/`)),
  );
}

/** Marketplace, plugin and version: the part that is the same in a copied profile. */
function lastThree(path: string): string {
  return withSlashes(path).split('/').filter(Boolean).slice(-3).join('/');
}

function textsUnder(node: JsonNode, key: string): string[] {
  const own = membersOf(node).flatMap(({ name, value }) =>
    name === key && typeof value.value === 'string' ? [value.value] : [],
  );
  const children =
    node.type === 'array' ? (node.children ?? []) : membersOf(node).map(({ value }) => value);
  return [...own, ...children.flatMap((child) => textsUnder(child, key))];
}

async function rootOf(path: string, files: Ports['files']): Promise<JsonNode | null> {
  const read = await files.read(path, LIMIT).catch(() => null);
  if (read?.kind !== 'bytes') return null;
  const tree = readTree(decodeText(read.bytes).text);
  return typeof tree === 'string' ? null : tree;
}

function nameOf(path: string): string {
  return withSlashes(path).split('/').at(-1) ?? '';
}
function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
