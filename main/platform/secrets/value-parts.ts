import { createHash } from 'node:crypto';

/** Windows takes 2,560 bytes, and one package counts two for each character. */
const PART_CHARACTERS = 1200;
/** 120,000 characters; a token answer has 64 KB at most (safety D20). */
export const MOST_PARTS = 100;

/** Which of two sets of parts holds the value; the other one is free for the next value. */
export type Side = 'a' | 'b';

/** The first line of the item that bears the account's name. */
export interface Head {
  readonly side: Side;
  /** Parts beside the head's own; 0 where the whole value stands behind the head. */
  readonly parts: number;
  /** Characters of the value as it is written. */
  readonly length: number;
  readonly hash: string;
}

const FORM = /^unblank1 ([ab]) (\d{1,3}) (\d{1,6}) ([0-9a-f]{64})\n([^]*)$/;

/**
 * Writes a value as the keychain's items hold it: a head with length and hash, and parts of at most
 * 1,200 characters. Plain ASCII, because keytar ends a value at its first NUL and turns a lone
 * surrogate into something else.
 * @returns null where the value is too long
 */
// SECURITY: F2
export function splitValue(
  value: string,
  side: Side,
): { readonly head: string; readonly parts: readonly string[] } | null {
  const text = toAscii(value);
  const inline = text.length <= PART_CHARACTERS - 100;
  const parts = inline ? [] : (text.match(new RegExp(`[^]{1,${PART_CHARACTERS}}`, 'g')) ?? []);
  if (parts.length > MOST_PARTS) return null;
  const head = `unblank1 ${side} ${parts.length} ${text.length} ${hashOf(text)}\n`;
  return { head: inline ? head + text : head, parts };
}

/** @returns null where the item has no head of ours */
export function readHead(item: string): (Head & { readonly inline: string }) | null {
  const [, side, parts, length, hash, inline] = FORM.exec(item) ?? [];
  if (side === undefined || hash === undefined || inline === undefined) return null;
  return { side: side as Side, parts: Number(parts), length: Number(length), hash, inline };
}

/**
 * Puts a value together again.
 * @param parts in order; null for one that is not there
 * @returns null unless it is the very value that was written (F2: never half of one)
 */
export function joinValue(
  head: Head & { readonly inline: string },
  parts: readonly (string | null)[],
): string | null {
  if (parts.length !== head.parts || parts.includes(null)) return null;
  const text = head.inline + parts.join('');
  if (text.length !== head.length || hashOf(text) !== head.hash) return null;
  return textIn(text);
}

function textIn(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** JSON with everything that is not printable ASCII escaped. */
function toAscii(value: string): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
