/** Takes events by name and gives them to whoever listens for that name. */
export interface EventRelay {
  readonly deliver: (name: unknown, payload: unknown) => void;
  readonly listen: (name: string, listener: (payload: unknown) => void) => () => void;
}

/**
 * One listener of the host's channel, many of the page's.
 * SECURITY: B4. A listener gets the payload only: an event object would hand `sender` to the page.
 */
export function createEventRelay(): EventRelay {
  const listeners = new Map<unknown, Set<(payload: unknown) => void>>();
  return {
    deliver: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    listen: (name, listener) => {
      const own = (payload: unknown) => listener(payload);
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(own));
      return () => void set.delete(own);
    },
  };
}
