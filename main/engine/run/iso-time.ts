/** The furthest time that a date can be (ECMAScript, Time Values). */
const FURTHEST = 8.64e15;

/** Whether a number is a time that a date can be. */
export function isDate(ms: number): boolean {
  return Math.abs(ms) <= FURTHEST;
}

/** A time as reports have it; the nearest that can be written where a file claims an impossible one. */
export function isoTime(ms: number): string {
  const held = Math.min(Math.max(ms, -FURTHEST), FURTHEST);
  return new Date(Number.isFinite(held) ? held : 0).toISOString();
}

/** The same; null where no time is known. */
export function isoTimeOf(ms: number | null): string | null {
  return ms === null ? null : isoTime(ms);
}
