import { tagsIn } from './tags.ts';
import { aroundTags, type Range } from './ranges.ts';

/** What a hidden part of a text is, in the words of the manifest of a bundle; what weighs most first. */
export const MARK_KINDS = [
  'known value',
  'secret',
  'mail address',
  'network address',
  'home folder',
  'user name',
  'host name',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A part of a text that must not be shown as it is. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  /** What stands for it: the value itself where it is known, else null and the hidden text counts. */
  readonly value: string | null;
}

/**
 * Orders marks and joins those that overlap, so that overlapping rules cannot uncover each other. A
 * secret outweighs a place; parts that tags or placeholders hide already are left out.
 * @param text the original that the marks were found in
 * @returns marks in order, apart from each other, none empty
 */
export function joinMarks(text: string, marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks.toSorted((one, two) => one.start - two.start)) {
    const last = joined.at(-1);
    if (mark.end <= mark.start) continue;
    if (last !== undefined && meets(last, mark)) joined[joined.length - 1] = union(last, mark);
    else joined.push(mark);
  }
  const tags = tagsIn(text);
  if (tags.length === 0) return joined;
  return joined.flatMap((mark) =>
    aroundTags(tags, [[mark.start, mark.end]])
      .filter(([start, end]) => end > start)
      .map(([start, end]): Mark => ({ ...mark, start, end })),
  );
}

/** Marks of secrets from ranges that rules found. */
export function secretMarks(ranges: readonly Range[]): readonly Mark[] {
  return ranges.map(([start, end]) => ({ start, end, kind: 'secret', value: null }));
}

function meets(last: Mark, next: Mark): boolean {
  const touch = isSecret(last) && isSecret(next);
  return next.start < last.end || (touch && next.start === last.end);
}

function isSecret({ kind }: Mark): boolean {
  return kind === 'known value' || kind === 'secret';
}

function union(one: Mark, two: Mark): Mark {
  const first = [one, two].toSorted((a, b) => weight(a) - weight(b))[0] ?? one;
  const end = Math.max(one.end, two.end);
  return { start: one.start, end, kind: first.kind, value: one.value ?? two.value };
}

function weight({ kind }: Mark): number {
  return MARK_KINDS.indexOf(kind);
}
