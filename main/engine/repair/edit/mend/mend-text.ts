import { jsonrepair } from 'jsonrepair';
import { closedByLines } from './closed-by-lines.ts';
import { lineAndColumn } from './line-and-column.ts';
import { mendNotes } from './mend-notes.ts';
import { prepared } from './prepared.ts';
import { refusalOf } from './refusal-of.ts';
import { hasSameContent } from './same-content.ts';

/** A text that JSON.parse takes, with every mend as a sentence, or why there is none. */
export type Mended =
  | { readonly kind: 'mended'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * Repairs broken JSON where the repair is the only sensible one (F110): commas, brackets, comments,
 * quotation marks, words of other languages. jsonrepair does the repair; it guesses where it has to,
 * so what it gives is held against what it was given: no character of a key or value may have come,
 * gone or changed its place, and the whole must be one object.
 * @param text the whole file, without its byte order mark
 * @returns the same letter by letter besides what was broken; notes name lines, never a value
 */
export function mendText(text: string): Mended {
  if (isObject(parsed(text))) return { kind: 'mended', text, notes: [] };
  const refusal = refusalOf(text);
  if (refusal !== null) return { kind: 'problem', reason: refusal };
  const ready = prepared(text);
  const repaired = repair(ready);
  if (repaired.kind === 'problem') return repaired;
  if (!isObject(parsed(repaired.text))) return { kind: 'problem', reason: NO_OBJECT };
  if (!hasSameContent(ready, repaired.text)) return { kind: 'problem', reason: AMBIGUOUS };
  return { ...repaired, notes: mendNotes(text, repaired.text) };
}

const NO_OBJECT =
  'It does not hold one object with the servers in it: something stands before or behind it. Keep one, by hand.';
const AMBIGUOUS =
  'It can be read in more than one way, and a wrong guess would change a value. Mend it by hand at the place that the finding shows.';

/** jsonrepair says at which character it gave up. */
function repair(text: string): Mended {
  try {
    return { kind: 'mended', text: closedByLines(text, jsonrepair(text)), notes: [] };
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const where = at === undefined ? '' : ` near ${lineAndColumn(text, Number(at))}`;
    return { kind: 'problem', reason: `It is too broken to be repaired safely${where}.` };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
