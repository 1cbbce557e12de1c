import { stepStory } from './step-incident.ts';
import type { Story, StoryEvent, StorySource } from './story.ts';

/** Runs of one client that write about one server at the same time. */
const RUN_LIMIT = 16;

/**
 * The stories of one server that are under way, one for each run of the client. Lines that do not
 * say their run (Claude Desktop’s own, among those of the server that it runs) belong to the newest.
 */
export class OpenStories {
  /** The one that was added to last stands last. */
  #open: readonly Story[] = [];
  readonly #source: StorySource;

  constructor(source: StorySource) {
    this.#source = source;
  }

  /** @returns stories that are over, oldest first */
  take(event: StoryEvent): readonly Story[] {
    const mine = this.#mine(event);
    const { story, before } = stepStory(mine, event, this.#source);
    const others = mine === null ? this.#open : this.#open.filter((one) => one !== mine);
    const tooMany = others.slice(0, Math.max(0, others.length + 1 - RUN_LIMIT));
    this.#open = [...others.slice(tooMany.length), story];
    return before === null ? tooMany : [...tooMany, before];
  }

  /** What is still open at the end of the log, in the order of their beginnings. */
  rest(): readonly Story[] {
    const rest = this.#open.toSorted((one, two) => (one.first ?? 0) - (two.first ?? 0));
    this.#open = [];
    return rest;
  }

  #mine({ session }: StoryEvent): Story | null {
    if (session === null) return this.#open.at(-1) ?? null;
    const own = this.#open.findLast((one) => one.session === session);
    return own ?? this.#open.findLast((one) => one.session === null) ?? null;
  }
}
