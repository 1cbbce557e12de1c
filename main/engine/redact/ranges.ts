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
 * Replaces ranges of a text.
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
  for (const [start, end] of joinRanges(ranges)) {
    shown += text.slice(at, start) + cover(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}
