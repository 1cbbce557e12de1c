import type { Tell } from './happening.ts';

/** The same thing heard from the protocol and from the host within this time is one. */
const TWICE_MS = 1000;

/**
 * Tells of something once, though the protocol and the host both know of it.
 * @param tell who hears of it
 * @param after timers
 */
export function tellOnce(tell: Tell, after: (ms: number, callback: () => void) => unknown): Tell {
  let last = '';
  return (happening) => {
    const name = `${happening.kind} ${'url' in happening ? happening.url : ''}`;
    if (name === last) return;
    last = name;
    after(TWICE_MS, () => {
      if (last === name) last = '';
    });
    tell(happening);
  };
}
