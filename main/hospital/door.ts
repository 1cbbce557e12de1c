import type { Ask, Reply } from './message.ts';
import { answerOf, type Site } from './site.ts';

export interface LoggedRequest {
  readonly method: string;
  /** As its users know it, with the public-looking origin. */
  readonly url: string;
  /** What it is answered with; 0 where the connection is reset. */
  readonly status: number;
}

/** A place for a site that is not known yet when its port is opened. */
export interface Door {
  readonly answer: (ask: Ask, target: string) => Reply;
  readonly furnish: (site: Site, origin: string) => void;
}

/** @param requests where each request is noted */
export function createDoor(requests: LoggedRequest[]): Door {
  let inside: { readonly site: Site; readonly origin: string } | null = null;
  return {
    furnish: (site, origin) => {
      inside = { site, origin };
    },
    answer: (ask, target) => {
      if (inside === null) return { kind: 'reset' };
      const reply = answerOf(inside.site, ask);
      const status = reply.kind === 'reset' ? 0 : reply.status;
      requests.push({ method: ask.method, url: inside.origin + target, status });
      return reply;
    },
  };
}
