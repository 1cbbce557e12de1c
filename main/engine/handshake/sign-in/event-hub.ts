import type { NavigationEvent } from '../../model/navigation-event.ts';
import type { EventSource } from './sign-in-context.ts';

/**
 * Hands the events of one window to the visit that is under way. Between two visits nobody listens:
 * what a page does then belongs to none.
 */
export class EventHub implements EventSource {
  #listener: ((event: NavigationEvent) => void) | null = null;

  listen(listener: (event: NavigationEvent) => void): () => void {
    this.#listener = listener;
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }

  tell(event: NavigationEvent): void {
    this.#listener?.(event);
  }
}
