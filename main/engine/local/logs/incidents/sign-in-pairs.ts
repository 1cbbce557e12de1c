import { least, most } from './ends-of.ts';
import type { Round } from './group-rounds.ts';
import { EVENT_LIMIT } from './story.ts';

/** So long after a sign-in the next run of the client still tells what became of it. */
const PATIENCE_MS = 60 * 60 * 1000;

/**
 * Puts a sign-in together with what became of it. A client that signs in by a command of its own
 * (`claude mcp login`) ends without a word about it; the next run says whether it holds.
 */
export class SignInPairs {
  #waiting: Round | null = null;

  /** @returns rounds that are complete, oldest first */
  take(round: Round): readonly Round[] {
    const before = this.#waiting;
    this.#waiting = null;
    if (before !== null && tellsOf(before, round)) return [joined(before, round)];
    const done = before === null ? [] : [before];
    if (!isUntold(round)) return [...done, round];
    this.#waiting = round;
    return done;
  }

  /** What nothing more was said of. */
  rest(): readonly Round[] {
    const rest = this.#waiting;
    this.#waiting = null;
    return rest === null ? [] : [rest];
  }
}

function isUntold({ signIns, ended, rounds }: Round): boolean {
  return signIns > 0 && ended === 'open' && rounds === 1;
}

function tellsOf(before: Round, { signIns, ended, first, rounds }: Round): boolean {
  if (signIns > 0 || rounds > 1 || ended === 'open' || ended === 'closed') return false;
  if (before.last === null || first === null) return true;
  return Math.abs(first - before.last) < PATIENCE_MS;
}

function joined(before: Round, after: Round): Round {
  const events = [...before.events, ...after.events];
  return {
    ...after,
    signIns: before.signIns,
    begins: before.begins ?? after.begins,
    first: least(before.first, after.first),
    last: most(before.last, after.last),
    events:
      events.length > EVENT_LIMIT
        ? [...events.slice(0, 1), ...events.slice(1 - EVENT_LIMIT)]
        : events,
  };
}
