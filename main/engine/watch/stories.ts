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

  /** The next event. @returns its story, and the one that it ended, or null */
  take(source: LogSource, event: SessionEvent): ReturnType<WatchParts['step']> {
    const key = this.#keyOf(source, event);
    const { open, ended } = this.#step(this.#open.get(key) ?? null, event, source);
    this.#open.delete(key);
    if (open !== null) this.#open.set(key, open);
    const oldest = this.#open.keys().next();
    if (this.#open.size > AT_MOST && oldest.done !== true) this.#open.delete(oldest.value);
    return { open, ended };
  }

  /** A line that does not say in which run it was written belongs to the run that wrote last. */
  #keyOf(source: LogSource, event: SessionEvent): string {
    const own = storyKey(source, event);
    if (event.session !== null) return own;
    const place = JSON.stringify([source.file, event.server]).slice(0, -1);
    return [...this.#open.keys()].findLast((key) => key.startsWith(`${place},`)) ?? own;
  }

  /** The one that was added to last of those that have not ended, or null. */
  newest(): Incident | null {
    return [...this.#open.values()].findLast(({ ended }) => ended === 'open') ?? null;
  }
}
