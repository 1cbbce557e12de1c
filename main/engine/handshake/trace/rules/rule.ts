import type { NavigationEnding, NavigationEndingKind } from '../../../model/navigation-ending.ts';
import { asksPassword, canAct, type Mark, type NavigationState } from '../navigation-state.ts';

/** What a rule saw: an ending without its kind. */
export type Sighting = Omit<NavigationEnding, 'kind'>;

/**
 * One way in which a visit ends, as a row. `patience` is how long nothing must have happened before
 * it is called: 0 for what is certain at once, Infinity for what is told only when all is over.
 */
export interface EndingRule {
  readonly kind: NavigationEndingKind;
  readonly patience: (state: NavigationState) => number;
  readonly find: (state: NavigationState) => Sighting | null;
}

/**
 * After how much silence rules are asked, in milliseconds. Whoever watches the clock sends `quiet` at
 * each of them (sign-in/silence.ts).
 */
export const PATIENCE = {
  /** A page on which nothing can be done shows nothing or does nothing. */
  idle: 2_000,
  /** A page with a button or a form that led nowhere. */
  stuck: 5_000,
  /** A passkey dialog; the user is sent to the own browser within ten seconds (safety D4). */
  passkey: 8_000,
  /** A request without an answer, and an error on a page that can still be used. */
  long: 20_000,
} as const;

/** Where `quiet` is due, from the shortest silence to the longest. */
export const QUIET_AFTER: readonly number[] = Object.values(PATIENCE).toSorted((a, b) => a - b);

export const atOnce = (): number => 0;
export const onlyAtTheEnd = (): number => Infinity;
/** By what the page still offers: nothing, something to press, a password field. */
export function byPage(stuck: number): (state: NavigationState) => number {
  return (state) => (asksPassword(state) ? Infinity : canAct(state) ? stuck : PATIENCE.idle);
}

/** Evidence in the order of the events, each once; empty addresses are the hop's. */
export function sighting(
  at: string | null,
  says: string,
  ...marks: readonly (Mark | null | undefined)[]
): Sighting {
  const indexes = marks.flatMap((one) => (one ? [one.index] : []));
  const events = [...new Set(indexes)].sort((a, b) => a - b);
  return { at: at === '' ? null : at, says, events };
}
