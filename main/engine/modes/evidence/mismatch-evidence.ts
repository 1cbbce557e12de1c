import type { Evidence } from '../../../contract/report.ts';

/**
 * Two strings that should be the same, with the first character that differs.
 * @param what which value it is, in words
 * @param expected what the reader of the report has or wants
 * @param received what the server or file says
 */
export function mismatchEvidence(what: string, expected: string, received: string): Evidence {
  return {
    kind: 'mismatch',
    what,
    expected,
    received,
    differsAt: firstDifference(expected, received),
  };
}

/** Index of the first differing character, or -1 where the strings are the same. */
export function firstDifference(one: string, two: string): number {
  if (one === two) return -1;
  const shorter = Math.min(one.length, two.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== two[at]) return at;
  return shorter;
}
