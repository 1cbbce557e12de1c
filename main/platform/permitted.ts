import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileSystem } from './file-system.ts';

/**
 * The path to open: as given on the real machine; for a copied profile resolved once, so that what
 * was checked is what is opened, and null where it lies outside (safety G8).
 * @param roots folders outside of which nothing is read, or null for the real machine
 * @throws what the system says where the path cannot be resolved
 */
export async function permitted(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
): Promise<string | null> {
  if (roots === null) return path;
  // SECURITY: G8
  if (!roots.some((root) => contains(resolve(root), resolve(path)))) return null;
  const real = await fs.realpath(path);
  const realRoots = await Promise.all(roots.map((root) => fs.realpath(root).catch(() => null)));
  return realRoots.some((root) => root !== null && contains(root, real)) ? real : null;
}

/** Does the path lie in the folder, or is it the folder? Both absolute, links resolved. */
export function contains(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
