import type { LogFormat } from '../../model/log-evidence.ts';
import { needleIndex } from './needle-index.ts';
import { signaturesFor } from './signatures/index.ts';
import type { Signature } from './signatures/signature.ts';

/** A message and the first row that knows it. */
export interface Match {
  readonly signature: Signature;
  /** Where the known text begins and ends in the message. */
  readonly at: readonly [start: number, end: number];
  /** The address that the line names, as written. */
  readonly url: string | null;
}

type Matcher = (message: string) => Match | null;

const MATCHERS = new Map<LogFormat, Matcher>();

/**
 * The search for one format, prepared at the first log of it.
 * @returns a function from a message to the most specific row that knows it, or null
 */
export function signatureMatcher(format: LogFormat): Matcher {
  const matcher = MATCHERS.get(format) ?? createMatcher(format);
  MATCHERS.set(format, matcher);
  return matcher;
}

function createMatcher(format: LogFormat): Matcher {
  const rows = signaturesFor(format);
  const inside = needleIndex(rows.map(({ needle }) => needle));
  return (message) => {
    for (const row of inside(message)) {
      const signature = rows[row];
      const match = signature?.pattern.exec(message) ?? null;
      if (signature !== undefined && match !== null) return toMatch(signature, match);
    }
    return null;
  };
}

function toMatch(signature: Signature, { index, 0: text, groups }: RegExpExecArray): Match {
  return { signature, at: [index, index + text.length], url: groups?.['url'] ?? null };
}
