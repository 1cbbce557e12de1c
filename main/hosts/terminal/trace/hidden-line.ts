/** A line that is being typed or pasted and is not shown. */
export interface HiddenLine {
  readonly text: string;
  readonly state: 'typing' | 'entered' | 'interrupted' | 'ended';
}

export const EMPTY_LINE: HiddenLine = { text: '', state: 'typing' };

/** What a terminal puts around a paste, and every other escape sequence of a key. */
const ESCAPES = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Z]|.)?/gu;
/** Longer than any address; who pastes a book ends here. */
const LENGTH_LIMIT = 64 * 1024;

/**
 * Takes what a terminal in raw mode sent. Enter ends the line where it is the last key of the chunk;
 * in the middle of a paste it is a line that was broken on the way, and is dropped.
 */
export function typeHidden(line: HiddenLine, chunk: string): HiddenLine {
  const keys = chunk.replace(ESCAPES, '');
  if (keys.includes('\u0003')) return { ...line, state: 'interrupted' };
  const text = [...keys].reduce(press, line.text).slice(0, LENGTH_LIMIT);
  if (/[\r\n]$/.test(keys)) return { text, state: 'entered' };
  const isEnd = keys.endsWith('\u0004') && text === '';
  return { text, state: isEnd ? 'ended' : 'typing' };
}

function press(text: string, key: string): string {
  if (key === '\u007f' || key === '\b') return [...text].slice(0, -1).join('');
  if (key === '\u0015') return '';
  return key < ' ' ? text : text + key;
}
