/** The longest part of a line of a log that stands in a sentence. */
const LIMIT = 160;

/** A line of a log, short enough for a sentence. */
export function clipped(text: string): string {
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
}
