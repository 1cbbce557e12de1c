/** One column each: no mark that joins another sign, and none that is wide in East Asia. */
const PLAIN =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2500-\u25fc]*$/;
const STYLE = /\u001B\[[\d;]{0,16}m/g;
const NO_COLUMN = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}]/u;

/** First and last of the signs that take two columns (Unicode, East Asian Width: W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x274c, 0x274c],
  [0x2753, 0x2757],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * How many columns a text takes in a terminal. Signs that some terminals draw as one (emoji that are
 * joined) are counted one by one, so a line is at most too short. Counted by hand, since what Node
 * has for it (Intl.Segmenter) takes 15 ms to begin.
 * @param text may hold colours; no line feed
 */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const bare = text.replaceAll(STYLE, '');
  return Array.from(bare, columnsOf).reduce<number>((sum, one) => sum + one, 0);
}

function columnsOf(sign: string): 0 | 1 | 2 {
  if (NO_COLUMN.test(sign)) return 0;
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
