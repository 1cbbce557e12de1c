import { tagsIn } from './tags.ts';

/** A part of a text that must not be shown: first character, and the one after the last. */
export type Range = readonly [start: number, end: number];

/**
 * Orders ranges and joins those that touch, so that overlapping rules cannot uncover each other.
 * @param ranges in any order, also empty ones
 * @returns ranges in order, apart from each other, none empty
 */
function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (end <= start) continue;
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/**
 * What is left of ranges where tags stand in them: a tag hides already, and says which value it is.
 * @param tags in order; only those that meet a range are looked at (safety H7)
 */
export function aroundTags(tags: readonly Range[], ranges: readonly Range[]): readonly Range[] {
  if (tags.length === 0) return ranges;
  return ranges.flatMap(([start, end]) => {
    const parts: Range[] = [];
    let at = start;
    for (let index = firstBehind(tags, start); index < tags.length; index += 1) {
      const [from, to] = tags[index] ?? [end, end];
      if (from >= end) break;
      parts.push([at, Math.max(at, from)]);
      at = Math.min(end, to);
    }
    return [...parts, [at, end]];
  });
}

/** Index of the first tag that ends behind a place. */
function firstBehind(tags: readonly Range[], place: number): number {
  let [low, high] = [0, tags.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.[1] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Replaces ranges of a text. Tags of a recorded sign-in stay (redact/tags.ts).
 * @param text the original that the ranges were found in
 * @param ranges what to hide
 * @param cover what stands there instead, given the hidden text
 * @returns the text without the hidden parts
 */
export function coverRanges(
  text: string,
  ranges: readonly Range[],
  cover: (hidden: string) => string,
): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of aroundTags(tagsIn(text), joinRanges(ranges))) {
    if (end <= start) continue;
    shown += text.slice(at, start) + cover(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}
