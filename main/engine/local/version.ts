/**
 * Compares two versions by their three numbers; what follows them is ignored.
 * @param version as `2.1.330`, possibly with a suffix
 * @param limit as `2.1.202`
 */
export function isAtLeast(version: string, limit: string): boolean {
  const [left, right] = [version, limit].map((one) =>
    one.split('.').map((part) => parseInt(part, 10)),
  );
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] || 0) - (right?.[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
