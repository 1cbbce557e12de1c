import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Wraps text to the width with an indent on every line. Words longer than a line (URLs) are left
 * whole, so that they can be copied.
 */
export function paragraph(text: string, width: number, indent = 0): string {
  const pad = ' '.repeat(indent);
  const wrapped = wrapAnsi(text, Math.max(20, width - indent), { hard: false, trim: true });
  return wrapped
    .split('\n')
    .map((line) => (line === '' ? '' : pad + line))
    .join('\n');
}

/** Lines kept as they are, indented: code, headers, JSON. */
export function block(text: string, indent: number): string {
  const pad = ' '.repeat(indent);
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : pad + line))
    .join('\n');
}
