export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text of a file and what had to be tolerated to read it. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** Offset of the first byte sequence that is no UTF-8, as a place in `text`; null where all is. */
  readonly invalidAt: number | null;
}

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads bytes as text. UTF-16 is told by its mark or by the zero that its first character carries;
 * everything else is UTF-8, with U+FFFD for what is none (as Node and the clients read it).
 * @param bytes the whole file
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? unmarkedEncoding(bytes);
  const text = decoder(encoding).decode(bytes.subarray(mark?.bytes.length ?? 0));
  const invalid = encoding === 'utf-8' && !isUtf8(bytes) ? text.indexOf('\ufffd') : -1;
  return {
    text,
    encoding,
    byteOrderMark: mark !== undefined,
    invalidAt: invalid === -1 ? null : invalid,
  };
}

/** JSON begins with an ASCII character (RFC 8259 §2), so a zero in the first pair is UTF-16. */
function unmarkedEncoding(bytes: Uint8Array): Encoding {
  if (bytes.length < 2) return 'utf-8';
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] !== 0 ? 'utf-16be' : 'utf-8';
}

function decoder(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { ignoreBOM: true });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
