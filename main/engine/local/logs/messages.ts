import type { LogFormat } from '../../model/log-evidence.ts';
import { signatureMatcher, type Match } from './match-signature.ts';
import { shownLine } from './shown-line.ts';

/** A message of which it is known what it says. */
export interface KnownMessage {
  readonly match: Match;
  /** Masked and for people (safety H2, H13); done when it is asked for. */
  shown(): string;
}

/** Reads the messages of one log, of which most are there again and again. */
export interface Messages {
  /** @returns null where no row knows it */
  read(message: string): KnownMessage | null;
}

/** So many are remembered, and none that is longer: a follower has a reader per log. */
const [MOST, LONGEST] = [200, 500];

/** @param format of the log, which decides about the rows that count */
export function createMessages(format: LogFormat): Messages {
  const match = signatureMatcher(format);
  const remembered = new Map<string, KnownMessage | null>();
  return {
    read(message) {
      const known = remembered.get(message);
      if (known !== undefined) return known;
      const found = match(message);
      const fresh = found === null ? null : knownMessage(message, found);
      if (message.length > LONGEST) return fresh;
      // What is new now is more likely to come again than what was new long ago.
      if (remembered.size >= MOST) remembered.clear();
      remembered.set(message, fresh);
      return fresh;
    },
  };
}

function knownMessage(message: string, match: Match): KnownMessage {
  let shown: string | null = null;
  return { match, shown: () => (shown ??= shownLine(message, match.at)) };
}
