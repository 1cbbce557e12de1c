import { isDate, isoTime } from './iso-time.ts';

/** A time within a sentence: `2026-11-24 02:31 UTC`; beyond what a date can be, the number itself. */
export function shortTime(ms: number): string {
  return isDate(ms) ? `${isoTime(ms).slice(0, -8).replace('T', ' ')} UTC` : `${ms}`;
}
