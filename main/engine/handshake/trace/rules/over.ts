import { hopOf, type NavigationState } from '../navigation-state.ts';
import { quoted } from '../quoted.ts';
import { onlyAtTheEnd, sighting, type EndingRule, type Sighting } from './rule.ts';

/** Where nothing explains the end: the user, or nobody. */
export const OVER: readonly EndingRule[] = [
  { kind: 'closed', patience: onlyAtTheEnd, find: closed },
  { kind: 'waiting', patience: onlyAtTheEnd, find: waiting },
];

function closed(state: NavigationState): Sighting | null {
  const mark = state.troubles.closed;
  if (mark?.text !== 'user') return null;
  return sighting(
    mark.address,
    `The window was closed by hand while it showed ${page(state)}.`,
    state.rested,
    mark,
  );
}

function waiting(state: NavigationState): Sighting {
  const { shown, rested, isPending, asked } = state;
  const at = shown?.address ?? hopOf(state);
  if (isPending) {
    return sighting(hopOf(state), `${hopOf(state)} had not answered when the trace ended.`, asked);
  }
  const says = `The window shows ${page(state)}, and nobody went on from there in time.`;
  return sighting(at, says, shown, rested);
}

function page({ rested, shown, begin }: NavigationState): string {
  const address = shown?.address ?? begin;
  const title = rested?.title ?? '';
  return title === '' ? `the page at ${address}` : `${quoted(title)} at ${address}`;
}
