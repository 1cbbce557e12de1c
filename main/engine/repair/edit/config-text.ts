import { decodeText, type DecodedText, type Encoding } from '../../local/decode-text.ts';

/** The text of a file that is edited, and how it was written; both stay together. */
export type ConfigText = Pick<DecodedText, 'text' | 'encoding' | 'byteOrderMark'>;

const NO_TEXT = 'The file holds bytes that are no text, so that it cannot be changed safely.';

/**
 * Reads bytes as text in order to write them again: UTF-8 with and without byte order mark, UTF-16 of
 * both orders. What would not come out byte for byte the same is a problem and never guessed
 * (safety G4).
 * @param bytes the whole file
 */
export function readText(bytes: Uint8Array): ConfigText | { readonly problem: string } {
  const { text, encoding, byteOrderMark } = decodeText(bytes);
  const read: ConfigText = { text, encoding, byteOrderMark };
  if (text.includes('\u0000') || !sameBytes(writeText(read), bytes)) return { problem: NO_TEXT };
  return read;
}

/** Writes a text as its file was written: the same encoding, with the mark that it had. */
export function writeText({ text, encoding, byteOrderMark }: ConfigText): Uint8Array {
  return WRITERS[encoding](byteOrderMark ? `\ufeff${text}` : text);
}

const WRITERS: Readonly<Record<Encoding, (text: string) => Uint8Array>> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-16le': (text) => utf16(text, true),
  'utf-16be': (text) => utf16(text, false),
};

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
