/**
 * Keeps the first of several readings of one file: where the project is the home folder, a file of
 * the user is found as one of the project, too.
 * @param items in the order in which their rows stand
 * @param fileOf the path of one
 */
export function oncePerFile<T>(items: readonly T[], fileOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(fileOf(item)).size);
}
