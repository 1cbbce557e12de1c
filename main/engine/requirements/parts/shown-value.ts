import type { Json } from '../../model/evidence.ts';

/** Longest piece of a server's text that stands in a sentence. */
const LIMIT = 160;

/** A value of a document as it may stand in a sentence: text as it is, all else as JSON, cut short. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
}
