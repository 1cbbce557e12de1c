import type { Ports } from '../ports.ts';
import { basePath, type Base } from './bases.ts';

/** What a location says of its path. */
interface Located {
  readonly base: Base;
  readonly path: readonly string[];
}

/**
 * Turns a location into paths: a segment that ends in `*` becomes every name in its folder that
 * begins so (one folder is listed, nothing is walked).
 * @param location the row
 * @param ports files and place
 * @returns paths that may or may not exist; none where the base cannot be read
 */
export async function findPaths(
  location: Located,
  { files, place }: Pick<Ports, 'files' | 'place'>,
): Promise<string[]> {
  const base = basePath(location.base, place);
  let paths = base === null ? [] : [base];
  for (const segment of location.path) {
    const next = paths.map(async (folder) =>
      (await namesFor(segment, folder, files)).map((name) => place.join(folder, name)),
    );
    paths = (await Promise.all(next)).flat();
  }
  return paths;
}

async function namesFor(
  segment: string,
  folder: string,
  files: Ports['files'],
): Promise<readonly string[]> {
  if (!segment.endsWith('*')) return [segment];
  const prefix = segment.slice(0, -1);
  return (await files.list(folder)).filter((name) => name.startsWith(prefix));
}
