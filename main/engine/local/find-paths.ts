import type { Ports } from '../ports.ts';
import { basePath, type Base } from './bases.ts';
import { chosenPaths, type ChosenBy } from './chosen-paths.ts';

/** What a location says of its path. */
interface Located {
  readonly base: Base;
  readonly path: readonly string[];
  readonly chosenBy?: ChosenBy;
}

/**
 * Turns a location into paths: a segment with a `*` becomes every name in its folder that fits (those
 * folders are listed, nothing is walked).
 * @param location the row
 * @param ports files and place
 * @returns paths that may or may not exist; none where the base cannot be read
 */
export async function findPaths(
  location: Located,
  { files, place }: Pick<Ports, 'files' | 'place'>,
): Promise<readonly string[]> {
  const base = basePath(location.base, place);
  if (base === null) return [];
  let paths = [base];
  for (const segment of location.path) {
    const next = paths.map(async (folder) =>
      (await namesFor(segment, folder, files)).map((name) => place.join(folder, name)),
    );
    paths = (await Promise.all(next)).flat();
  }
  return location.chosenBy === undefined
    ? paths
    : chosenPaths(location.chosenBy, paths, base, { files, place });
}

async function namesFor(
  segment: string,
  folder: string,
  files: Ports['files'],
): Promise<readonly string[]> {
  const star = segment.indexOf('*');
  if (star === -1) return [segment];
  const [start, end] = [segment.slice(0, star), segment.slice(star + 1)];
  return (await files.list(folder)).filter(
    (name) =>
      name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
  );
}
