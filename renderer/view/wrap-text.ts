/** Widths at 12 px, rounded up from the widest of the usual system faces; a drawing cannot measure. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u{10ffff}]/u, 13],
  [/[mwMW@%…—]/, 12],
  [/[A-Z&+=<>#~“”]/, 9.5],
  [/[iljtfI.,:;|!'()[\]/\\ ]/, 5],
];
const OTHER = 7.8;

/** At most so wide is a text of 12 px in pixels. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const char of text) sum += WIDTHS.find(([one]) => one.test(char))?.[1] ?? OTHER;
  return sum;
}

/**
 * Breaks a text into lines that fit, at spaces where there are any. What does not fit into the last
 * line is cut and marked with an ellipsis.
 * @param text any text
 * @param width pixels
 * @param most how many lines
 */
export function wrapText(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width)) {
    const longer = line === '' ? piece.text : `${line}${piece.space ? ' ' : ''}${piece.text}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = piece.text;
    } else line = longer;
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), cut(`${last}…`, width)];
}

interface Piece {
  readonly text: string;
  /** A space stands before it. */
  readonly space: boolean;
}

/** The words, those that are wider than a line in parts. */
function piecesOf(text: string, width: number): readonly Piece[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word) =>
    partsOf(word, width).map((part, index) => ({ text: part, space: index === 0 })),
  );
}

function partsOf(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const char of word) {
    if (part !== '' && textWidth(part + char) > width) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}

function cut(text: string, width: number): string {
  let chars = [...text];
  while (chars.length > 1 && textWidth(chars.join('')) > width)
    chars = [...chars.slice(0, -2), '…'];
  return chars.join('');
}
