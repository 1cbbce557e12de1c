import type { NavigationEnding } from '../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { callbackEnding } from './callback-ending.ts';
import {
  startNavigation,
  type NavigationOptions,
  type NavigationState,
} from './navigation-state.ts';
import { observe } from './observe.ts';
import { AT_ONCE } from './rules/at-once.ts';
import { FAILED } from './rules/failures.ts';
import { BLANK, NO_PAGE } from './rules/no-page.ts';
import { OVER } from './rules/over.ts';
import { PATIENCE, type EndingRule } from './rules/rule.ts';
import { AFTERWARDS, STUCK } from './rules/stuck-page.ts';

export { startNavigation };
export type { NavigationOptions, NavigationState };

/** Every way in which a visit ends without coming back; the first whose time has come counts. */
const RULES: readonly EndingRule[] = [
  ...AT_ONCE,
  ...NO_PAGE,
  ...FAILED,
  ...STUCK,
  ...BLANK,
  ...AFTERWARDS,
  ...OVER,
];

/**
 * Takes one event of a sign-in window. Pure; costs the same whatever came before. A callback wins
 * over everything earlier; otherwise the first verdict stays.
 * @returns the new state; `endingOf` tells whether it is decided
 */
export function stepNavigation(state: NavigationState, event: NavigationEvent): NavigationState {
  if (state.isBack) return state;
  if (event.kind === 'callback') {
    const decided = callbackEnding(event, state.count);
    return { ...state, count: state.count + 1, decided, isBack: true };
  }
  if (state.decided !== null) return { ...state, count: state.count + 1 };
  const next = observe(state, event);
  return { ...next, decided: decide(next, silenceOf(event)) };
}

/**
 * How the visit ended, as soon as that is certain.
 * @returns null while it may still go on
 */
export function endingOf(state: NavigationState): NavigationEnding | null {
  return state.decided;
}

/** How a visit ended, when no more events come; `waiting` where nothing else fits. */
export function finishNavigation(state: NavigationState): NavigationEnding {
  return state.decided ?? decide(state, Infinity)!;
}

/**
 * The whole of a visit: how it ended, from all its events.
 * @param events in the order in which the window sent them
 */
export function readNavigation(
  events: readonly NavigationEvent[],
  options: NavigationOptions,
): NavigationEnding {
  return finishNavigation(events.reduce(stepNavigation, startNavigation(options)));
}

function decide(state: NavigationState, silence: number): NavigationEnding | null {
  for (const { kind, patience, find } of RULES) {
    if (silence < waitFor(state, patience(state))) continue;
    const found = find(state);
    if (found) return { kind, ...found };
  }
  return null;
}

/** As long as a request is without its answer, silence means a slow server. */
function waitFor({ isPending }: NavigationState, patience: number): number {
  return isPending && patience > 0 ? Math.max(patience, PATIENCE.long) : patience;
}

/** How long nothing has happened, by this event. */
function silenceOf(event: NavigationEvent): number {
  if (event.kind === 'closed') return Infinity;
  return event.kind === 'quiet' ? event.forMs : 0;
}
