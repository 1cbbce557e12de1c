/** A part of a text that is replaced; places are those of the text before any of them. */
export interface Splice {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** Replaces parts of a text that do not overlap; at one place in the order in which they are given. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((one, two) => one.offset - two.offset);
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length, content } of sorted) {
    parts.push(text.slice(at, offset), content);
    at = offset + length;
  }
  return parts.join('') + text.slice(at);
}

/** A part that is taken away. */
export function cutOut(from: number, to: number): Splice {
  return { offset: from, length: to - from, content: '' };
}
