import { isoTime } from './iso-time.ts';

/** A time within a sentence: `2026-11-24 02:31 UTC`. */
export function shortTime(ms: number): string {
  return `${isoTime(ms).slice(0, -8).replace('T', ' ')} UTC`;
}
