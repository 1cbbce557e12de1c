import type { Mark } from './marks.ts';

/** So much of a text is looked at together with what follows it; a longer secret is hidden in parts. */
const AHEAD = 16 * 1024;
/** So much of what was told already is looked at again: the name that a value stands under. */
const BEHIND = 2 * 1024;
/** Work is done in pieces of about this length. */
const PIECE = 128 * 1024;

interface Pieces {
  push(chunk: string): string;
  end(): string;
}

/**
 * Hides the marks of a text that comes in pieces. What was told is kept for a while as the context
 * of what follows; what might be the beginning of a secret is held back. So a secret is found across
 * the edges of pieces and lines, in bounded memory (safety H4).
 * @param find the marks of a text, in order and apart from each other
 * @param cover what stands for one, given the hidden text and its place in the whole
 * @param plain what is told of the rest
 */
export function markStream(
  find: (text: string) => readonly Mark[],
  cover: (hidden: string, mark: Mark, at: number) => string,
  plain: (text: string) => string,
): Pieces {
  /** What was told and is still context, then what is to be told. */
  let buffer = '';
  let told = 0;
  /** Characters of the whole before the buffer. */
  let before = 0;

  const tell = (marks: readonly Mark[], until: number): string => {
    let shown = '';
    for (const mark of marks) {
      if (mark.end <= told || mark.start >= until) continue;
      // One that began in what was told is hidden there already.
      if (mark.start >= told) {
        shown += plain(buffer.slice(told, mark.start));
        shown += cover(buffer.slice(mark.start, mark.end), mark, before + mark.start);
      }
      told = Math.min(mark.end, until);
    }
    shown += plain(buffer.slice(told, until));
    told = until;
    return shown;
  };

  const forget = (marks: readonly Mark[]): void => {
    const across = marks.find(({ start, end }) => start < told && end > told);
    // Of a secret that goes on its beginning must stay, or the rest would not be known for one.
    const head =
      across === undefined ? '' : buffer.slice(Math.max(0, across.start - 64), across.start + 256);
    const from = Math.max(0, told - BEHIND);
    const kept = across !== undefined && across.start < from ? head : '';
    before += from - kept.length;
    buffer = kept + buffer.slice(from);
    told -= from - kept.length;
  };

  const advance = (least: number): string => {
    let shown = '';
    while (buffer.length - told > least) {
      const window = buffer.length > told + PIECE + AHEAD ? told + PIECE + AHEAD : buffer.length;
      const rest = buffer.slice(window);
      buffer = buffer.slice(0, window);
      const marks = find(buffer);
      const until = least === 0 && rest === '' ? buffer.length : cutBefore(buffer, told, marks);
      shown += tell(marks, until);
      forget(marks);
      buffer += rest;
    }
    return shown;
  };

  return {
    push(chunk) {
      buffer += chunk;
      return buffer.length - told > PIECE + AHEAD ? advance(PIECE + AHEAD) : '';
    },
    end: () => advance(0),
  };
}

/** A line end before the last part of the text, outside of marks; else where the last mark ends. */
function cutBefore(text: string, told: number, marks: readonly Mark[]): number {
  const latest = Math.max(told + 1, text.length - AHEAD);
  const across = marks.find(({ start, end }) => start < latest && end > latest);
  const free = across === undefined ? latest : across.start;
  // A mark that fills all there is cannot be waited for.
  if (free <= told) return whole(text, latest);
  const line = text.lastIndexOf('\n', free - 1) + 1;
  const clear = marks.some(({ start, end }) => start < line && end > line);
  return line > told && !clear ? line : whole(text, free);
}

/** Not between the halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at + 1 : at;
}
