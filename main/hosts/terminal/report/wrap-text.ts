import { carryStyle } from './carry-style.ts';
import { textWidth } from './text-width.ts';

/**
 * Breaks text into lines between words. Blanks at the ends of a line go, those between two words of
 * one line stay, and so do line feeds. A style that is open where a line ends goes on in the next.
 * @param width columns of a line
 * @param hard true to break a word that is longer than a line, false to leave it whole (URLs)
 */
export function wrapText(text: string, width: number, hard = false): string {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width, hard));
  return carryStyle(lines).join('\n');
}

function wrapLine(line: string, width: number, hard: boolean): readonly string[] {
  const lines: string[] = [];
  let [open, used] = ['', 0];
  for (const [, blanks = '', word = ''] of line.trimEnd().matchAll(/( *)([^ ]+)/g)) {
    const parts = hard ? pieces(word, width) : [word];
    for (const [at, part] of parts.entries()) {
      const gap = at === 0 ? blanks : '';
      const size = textWidth(part);
      const isFirst = used === 0;
      const isNext = !isFirst && used + gap.length + size > width;
      if (isNext) lines.push(open);
      [open, used] =
        isFirst || isNext ? [part, size] : [open + gap + part, used + gap.length + size];
    }
  }
  return [...lines, open];
}

/** A word in parts of which each fits. */
function pieces(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const parts: string[] = [];
  let [part, used] = ['', 0];
  for (const sign of word) {
    const size = textWidth(sign);
    if (part !== '' && used + size > width) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += sign;
    used += size;
  }
  return [...parts, part];
}
