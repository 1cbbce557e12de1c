import { useState, type KeyboardEvent } from 'react';

type Direction = 'vertical' | 'horizontal';

const MOVES: Record<Direction, Readonly<Record<string, number>>> = {
  vertical: { ArrowDown: 1, ArrowUp: -1 },
  horizontal: { ArrowRight: 1, ArrowLeft: -1 },
};

interface Stop {
  readonly tabIndex: number;
  readonly 'data-stop': '';
  readonly onFocus: () => void;
}

/**
 * One tab stop for a list, arrows within it, Home and End to its ends (WAI-ARIA, roving tabindex).
 * @param direction which arrows move
 * @param length how many stops there are
 * @param initial the stop that Tab reaches first
 * @returns the key handler of the list and the properties of each stop
 */
export function useRoving(
  direction: Direction,
  length: number,
  initial = 0,
): {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly stop: (index: number) => Stop;
} {
  const [chosen, setChosen] = useState<number | null>(null);
  const active = Math.min(chosen ?? initial, length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
    const next = nextStop(event.key, MOVES[direction], stops);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const stop = (index: number): Stop => ({
    tabIndex: index === Math.max(active, 0) ? 0 : -1,
    'data-stop': '',
    onFocus: () => setChosen(index),
  });
  return { onKeyDown, stop };
}

function nextStop(
  key: string,
  moves: Readonly<Record<string, number>>,
  stops: readonly HTMLElement[],
): HTMLElement | undefined {
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  const move = moves[key];
  if (move === undefined) return undefined;
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  return stops[Math.min(Math.max(at + move, 0), stops.length - 1)];
}
