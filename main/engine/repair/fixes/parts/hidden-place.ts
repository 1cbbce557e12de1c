/**
 * Whether a pointer is written in full: one with invisible characters is kept with `\uXXXX` in their
 * place (safety G14), and then no longer leads to its value.
 */
export function isHiddenPlace(pointer: string): boolean {
  return /\\u[0-9a-f]{4}/i.test(pointer);
}
