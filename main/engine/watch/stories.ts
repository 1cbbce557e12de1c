import type { Incident } from '../model/log-evidence.ts';
import type { LogSource, SessionEvent, WatchParts } from './watch-parts.ts';

/** Stories that are kept open; a client has a handful. */
const AT_MOST = 500;

/** Where a story goes on: one file can tell of many servers, and of two runs at once. */
export function storyKey(source: LogSource, { server, session }: SessionEvent): string {
  return JSON.stringify([source.file, server, session]);
}

/** The stories that are under way, each from its own file, server and run. */
export class Stories {
  readonly #open = new Map<string, Incident>();
  readonly #step: WatchParts['step'];

  constructor(step: WatchParts['step']) {
    this.#step = step;
  }

  /** The next event. @returns the story that it ended, or null */
  take(source: LogSource, event: SessionEvent): Incident | null {
    const key = storyKey(source, event);
    const { open, ended } = this.#step(this.#open.get(key) ?? null, event, source);
    this.#open.delete(key);
    if (open !== null) this.#open.set(key, open);
    const oldest = this.#open.keys().next();
    if (this.#open.size > AT_MOST && oldest.done !== true) this.#open.delete(oldest.value);
    return ended;
  }

  /** The one that was added to last of those that have not ended, or null. */
  newest(): Incident | null {
    return [...this.#open.values()].findLast(({ ended }) => ended === 'open') ?? null;
  }
}
