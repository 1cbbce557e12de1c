import type { HostFacts, HttpRequest, HttpSession } from '../ports.ts';
import { portOf } from '../safety/url-locality.ts';
import { isAskable } from './is-askable.ts';

type Party = HttpRequest['namedBy'];
export type Inspect = (url: string, namedBy: Party) => ReturnType<HttpSession['inspect']>;

/** Looks at every host on the way as soon as it is known, and at each only once. */
export class HostInspector {
  readonly #known = new Map<string, Promise<HostFacts | null>>();
  readonly #inspect: Inspect;

  constructor(inspect: Inspect) {
    this.#inspect = inspect;
  }

  /** @param url any address on the host; what is no http address is passed over */
  add(url: unknown, namedBy: Party): void {
    if (typeof url !== 'string' || !isAskable(url)) return;
    const { protocol, hostname } = new URL(url);
    const key = `${protocol}//${hostname}:${portOf(new URL(url))}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#inspect(url, namedBy));
  }

  /** What was seen, in the order in which the hosts became known. */
  async all(): Promise<readonly HostFacts[]> {
    const facts = await Promise.all(this.#known.values());
    return facts.filter((one) => one !== null);
  }
}
