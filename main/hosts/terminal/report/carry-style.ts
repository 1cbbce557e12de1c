/** What ends a colour or a weight of picocolors, by what begins it. */
const ENDS: Readonly<Record<string, string>> = { 1: '22', 2: '22', 31: '39', 32: '39', 33: '39' };
const RESET = '\u001B[0m';

/**
 * A style that is open where a line ends is ended there and begun again in the next one, so that
 * what stands between the lines (an indent, a pager’s own text) does not have it.
 */
export function carryStyle(lines: readonly string[]): readonly string[] {
  if (lines.length === 1 || lines.every((line) => !line.includes('\u001B'))) return lines;
  let open: readonly string[] = [];
  return lines.map((line) => {
    const begin = open.map(sequence).join('');
    open = Array.from(line.matchAll(/\u001B\[(\d{1,2})m/g)).reduce(after, open);
    return line === '' ? line : `${begin}${line}${open.length === 0 ? '' : RESET}`;
  });
}

function after(open: readonly string[], [, code = '']: RegExpMatchArray): readonly string[] {
  if (code in ENDS) return [...open, code];
  return code === '0' ? [] : open.filter((one) => ENDS[one] !== code);
}

function sequence(code: string): string {
  return `\u001B[${code}m`;
}
