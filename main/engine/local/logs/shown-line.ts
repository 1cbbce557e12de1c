import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';

/** Longest text of a line that is kept, in characters. */
const SHOWN = 500;
/** How much of it may stand before the known text. */
const BEFORE = 120;

/**
 * Prepares a line for people and for evidence: secrets masked, control characters shown, on one line,
 * and of a long one the part around what is known.
 * SECURITY: H2, H13: the whole line is masked before it is cut, so that no cut uncovers a value.
 * @param message as read
 * @param at where the known text stands in it
 */
export function shownLine(message: string, [start]: readonly [number, number]): string {
  const masked = redactText(message);
  if (masked.length <= SHOWN) return onOneLine(masked);
  // Masking moved the text; its beginning is looked for near where it was.
  const from = Math.max(0, Math.min(start - BEFORE, masked.length - SHOWN));
  const [head, tail] = [from > 0 ? '…' : '', from + SHOWN < masked.length ? '…' : ''];
  return onOneLine(`${head}${masked.slice(from, from + SHOWN)}${tail}`);
}

/**
 * A name that a path or a line gives. SECURITY: H2, H13: in a log a name is text like any other.
 */
export function shownName(name: string | null): string | null {
  return name === null ? null : onOneLine(redactText(name.slice(0, SHOWN)));
}

/** `shownName` for the names of one log, of which a few stand in all of its lines. */
export function createShownNames(): typeof shownName {
  const known = new Map<string, string | null>();
  return (name) => {
    if (name === null) return null;
    const shown = known.get(name) ?? shownName(name);
    if (known.size >= NAMES) known.clear();
    known.set(name, shown);
    return shown;
  };
}

const NAMES = 50;

function onOneLine(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, ' ').trim());
}
