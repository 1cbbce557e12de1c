import type { NavigationEnding } from '../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';

/** So many from the beginning and from the end of a visit are kept. */
const FIRST = 300;
const LAST = 200;

/**
 * The events of one visit in bounded memory: a page that navigates for ever must not fill it. The
 * first and the last are kept, with the number that each had.
 */
export class EventLog {
  readonly #first: NavigationEvent[] = [];
  readonly #last: NavigationEvent[] = [];
  #count = 0;

  push(event: NavigationEvent): void {
    this.#count += 1;
    if (this.#first.length < FIRST) {
      this.#first.push(event);
      return;
    }
    this.#last.push(event);
    if (this.#last.length > LAST) this.#last.shift();
  }

  get events(): readonly NavigationEvent[] {
    return [...this.#first, ...this.#last];
  }

  /** The ending with its events by their place among those that were kept. */
  placed(ending: NavigationEnding): NavigationEnding {
    const dropped = this.#count - this.#first.length - this.#last.length;
    const events = ending.events.flatMap((index) => {
      if (index < this.#first.length) return index;
      const at = index - dropped;
      return at >= this.#first.length ? at : [];
    });
    return { ...ending, events };
  }
}
