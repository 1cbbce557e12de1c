/** The earlier of two times of which each can be missing. */
export function least(one: number | null, two: number | null): number | null {
  return one === null || two === null ? (one ?? two) : Math.min(one, two);
}

/** The later of two times of which each can be missing. */
export function most(one: number | null, two: number | null): number | null {
  return one === null || two === null ? (one ?? two) : Math.max(one, two);
}
