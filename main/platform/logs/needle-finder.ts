import { createWindowSearch } from './window-search.ts';

/** Looks for many texts at once. */
export interface NeedleFinder {
  /** Bytes of the longest needle; 0 where there is none. */
  readonly longest: number;
  /** Begins to search between two indexes; one search at a time. */
  search(bytes: Uint8Array, from: number, to: number): NeedleSearch;
}

export interface NeedleSearch {
  /**
   * Where some needle lies whole from an index on, or -1; indexes must not fall. Of several lines
   * that hold one, the first is found; inside a line it may be any needle.
   */
  next(from: number): number;
}

/** @param needles as bytes of the text that is searched, without a newline in any */
export function createNeedleFinder(needles: readonly Uint8Array[]): NeedleFinder {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  const shortest = Math.min(...needles.map((needle) => needle.length));
  if (needles.length === 0) return { longest, search: () => ({ next: () => -1 }) };
  if (shortest === 0)
    return { longest, search: (_, __, to) => ({ next: (from) => (from < to ? from : -1) }) };
  return { longest, search: shortest < 3 ? byFirstByte(needles) : createWindowSearch(needles) };
}

/** For texts of one or two bytes: slow, and never needed for the clients that are known. */
function byFirstByte(needles: readonly Uint8Array[]): NeedleFinder['search'] {
  const starts = new Set(needles.map((needle) => needle[0]));
  return (bytes, _, to) => ({
    next(from) {
      for (let at = from; at < to; at += 1)
        if (starts.has(bytes[at]) && needles.some((needle) => isAt(bytes, at, to, needle)))
          return at;
      return -1;
    },
  });
}

/** True where a needle lies whole at an index and before another. */
export function isAt(bytes: Uint8Array, start: number, to: number, needle: Uint8Array): boolean {
  if (start + needle.length > to) return false;
  for (let at = 0; at < needle.length; at += 1) if (bytes[start + at] !== needle[at]) return false;
  return true;
}
