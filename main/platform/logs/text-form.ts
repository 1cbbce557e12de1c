import { countNewlines } from './count-newlines.ts';

/** How the text of a file lies in its bytes; all indexes are of whole characters' beginnings. */
export interface TextForm {
  /** Bytes of the smallest unit. */
  readonly width: 1 | 2;
  /** Bytes of the mark at the beginning of the file. */
  readonly mark: number;
  encode(text: string): Uint8Array;
  /** Bytes that invalid text is made of become U+FFFD. */
  decode(bytes: Buffer, from: number, to: number): string;
  /** Index of the first newline between two indexes, or -1. */
  newline(bytes: Buffer, from: number, to: number): number;
  /** Index of the last one, or -1. */
  lastNewline(bytes: Buffer, from: number, to: number): number;
  countNewlines(bytes: Buffer, from: number, to: number): number;
}

const NEWLINE = 10;

/** The form of a file by its first bytes: UTF-16 by its mark, UTF-8 otherwise. */
export function textFormOf(first: Uint8Array): TextForm {
  const [a, b, c] = first;
  if (a === 0xff && b === 0xfe) return UTF16_LE;
  if (a === 0xfe && b === 0xff) return UTF16_BE;
  return a === 0xef && b === 0xbb && c === 0xbf ? { ...UTF8, mark: 3 } : UTF8;
}

const UTF8: TextForm = {
  width: 1,
  mark: 0,
  encode: (text) => Buffer.from(text),
  decode: (bytes, from, to) => bytes.toString('utf8', from, to),
  newline(bytes, from, to) {
    const found = bytes.indexOf(NEWLINE, from);
    return found < to ? found : -1;
  },
  lastNewline(bytes, from, to) {
    let at = to - 1;
    while (at >= from && bytes[at] !== NEWLINE) at -= 1;
    return at < from ? -1 : at;
  },
  countNewlines,
};

const UTF16_LE = utf16('utf-16le', 0, (text) => Buffer.from(text, 'utf16le'));
const UTF16_BE = utf16('utf-16be', 1, (text) => Buffer.from(text, 'utf16le').swap16());

/** @param low which of the two bytes of a unit is the lower one */
function utf16(label: string, low: 0 | 1, encode: TextForm['encode']): TextForm {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  const isNewline = (bytes: Buffer, at: number) =>
    bytes[at + low] === NEWLINE && bytes[at + 1 - low] === 0;
  const newline: TextForm['newline'] = (bytes, from, to) => {
    for (let at = from; at + 1 < to; at += 2) if (isNewline(bytes, at)) return at;
    return -1;
  };
  return {
    width: 2,
    mark: 2,
    encode,
    decode: (bytes, from, to) => decoder.decode(bytes.subarray(from, to)),
    newline,
    lastNewline(bytes, from, to) {
      for (let at = to - 2; at >= from; at -= 2) if (isNewline(bytes, at)) return at;
      return -1;
    },
    countNewlines(bytes, from, to) {
      let count = 0;
      for (let at = from; at + 1 < to; at += 2) if (isNewline(bytes, at)) count += 1;
      return count;
    },
  };
}
