import type { NotExamined } from '../model/evidence.ts';

/** What a mode says that it could not see begins with its code. */
const IS_MODE = /^F\d+ /u;

/**
 * Says everything once: the same line of several servers becomes one, and modes that would need the
 * same look share it.
 * @returns the lines in their order, each at the place of its first
 */
export function mergeUnseen(lines: readonly NotExamined[]): readonly NotExamined[] {
  const groups = new Map<string, Set<string>>();
  for (const { what, why } of lines) {
    const key = IS_MODE.test(what) ? why : `${what}\n${why}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(what));
  }
  return [...groups].map(([key, whats]) => ({
    what: [...whats].join('; '),
    why: key.slice(key.indexOf('\n') + 1),
  }));
}
