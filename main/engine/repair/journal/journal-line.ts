import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { parseEvent, type JournalEvent } from './journal-event.ts';

/** Raised when a line means something else; older ones are read as they are (safety L5). */
const VERSION = 1;
const SUM_DIGITS = 16;

const lineSchema = z.object({
  v: z.number(),
  sum: z.string().optional(),
  event: z.unknown().optional(),
});

/** What a line of the journal is. `newer` was written by a later Unblank. */
export type ReadLine =
  | { readonly kind: 'event'; readonly event: JournalEvent }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** One line without its end: version, checksum, event. */
export function encodeLine(event: JournalEvent): string {
  return JSON.stringify({ v: VERSION, sum: sumOf(event), event });
}

/** Reads a line; a torn or changed one is damaged, and never half an event. */
export function decodeLine(line: string): ReadLine {
  const parsed = lineSchema.safeParse(parsedJson(line));
  if (!parsed.success) return { kind: 'damaged' };
  const { v, sum, event } = parsed.data;
  if (v > VERSION) return { kind: 'newer' };
  const read = sum === sumOf(event) ? parseEvent(event) : null;
  return read === null ? { kind: 'damaged' } : { kind: 'event', event: read };
}

/** JSON keeps the order of members, so what was written reads back to the same text. */
function sumOf(event: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(event) ?? ''))).slice(0, SUM_DIGITS);
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
