/** A line of a text by its places. */
export interface TextLine {
  readonly start: number;
  /** Before its line end. */
  readonly end: number;
  /** Behind its line end. */
  readonly next: number;
}

/** The lines of a text; LF, CR LF and CR end one. An empty text has none. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, next: index + end.length });
    start = index + end.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}
