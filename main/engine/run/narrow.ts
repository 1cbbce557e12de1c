/**
 * The parts of an object that were declared as needed, and no others: a mode or a requirement
 * cannot read what it did not declare.
 */
export function narrow<T extends object>(needs: readonly (keyof T)[], whole: T): never {
  return Object.fromEntries(needs.map((need) => [need, whole[need]])) as never;
}
