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

/** What is left of ranges where tags stand in them: a tag hides already, and says which value it is. */
function aroundTags(text: string, ranges: readonly Range[]): readonly Range[] {
  const tags = tagsIn(text);
  if (tags.length === 0) return ranges;
  return tags.reduce<readonly Range[]>(
    (left, [from, to]) =>
      left.flatMap(([start, end]): Range[] =>
        to <= start || from >= end
          ? [[start, end]]
          : [
              [start, Math.max(start, from)],
              [Math.min(end, to), end],
            ],
      ),
    ranges,
  );
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
  for (const [start, end] of aroundTags(text, joinRanges(ranges))) {
    if (end <= start) continue;
    shown += text.slice(at, start) + cover(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}
