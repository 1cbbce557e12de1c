import { decodeText, type DecodedText } from '../../local/decode-text.ts';
import { textMask } from './mask-text.ts';
import { textLines } from './text-lines.ts';

/** A file on one side of a diff. */
export interface DiffSide {
  readonly decoded: DecodedText | null;
  readonly isText: boolean;
  /** With their line ends: a change of these is a change. */
  readonly lines: readonly string[];
  /** A line without its line end. */
  readonly contentAt: (line: number) => string;
  /** A part of a line, masked, with `…` where it is cut. */
  readonly maskedAt: (line: number, from: number, to: number) => string;
}

/** A file that is not there. */
export const EMPTY_SIDE: DiffSide = {
  decoded: null,
  isText: true,
  lines: [],
  contentAt: () => '',
  maskedAt: () => '',
};

/** Reads the bytes of one side. What is no text has no lines. */
export function diffSide(file: string, bytes: Uint8Array): DiffSide {
  const decoded = decodeText(bytes);
  const { text, invalidAt } = decoded;
  if (invalidAt !== null || text.includes('\u0000')) {
    return { ...EMPTY_SIDE, decoded, isText: false };
  }
  const places = textLines(text);
  const mask = textMask(file, text);
  return {
    decoded,
    isText: true,
    lines: places.map(({ start, next }) => text.slice(start, next)),
    contentAt: (line) => {
      const { start = 0, end = 0 } = places[line] ?? {};
      return text.slice(start, end);
    },
    maskedAt: (line, from, to) => {
      const { start = 0, end = 0 } = places[line] ?? {};
      const shown = mask(start + from, Math.min(start + to, end));
      return (from > 0 ? '…' : '') + shown + (start + to < end ? '…' : '');
    },
  };
}
