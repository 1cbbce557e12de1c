import type { Incident } from '../../../model/log-evidence.ts';
import { Grouping } from './group-rounds.ts';
import { OpenStories } from './open-stories.ts';
import { roundOf } from './round-of.ts';
import { SignInPairs } from './sign-in-pairs.ts';
import { incidentOf, type Story, type StoryEvent, type StorySource } from './story.ts';

/** More incidents of one server in one log are of no use to anybody. */
const INCIDENT_LIMIT = 100;
/** In a log of many servers; more names than this can only be made up. */
const SERVER_LIMIT = 200;

/**
 * Makes stories of what a log tells: one incident per attempt, or one for the same ending again and
 * again. Takes memory for the newest only, time in proportion to the events. Tolerates times that
 * are missing or run backwards, several servers in one log and several runs at once.
 * @param events in the order in which they stand in the log
 * @param source where they stand
 * @returns the newest last
 */
export function toIncidents(
  events: Iterable<StoryEvent>,
  source: StorySource,
): readonly Incident[] {
  const servers = new Map<string | null, ServerStories>();
  for (const event of events) {
    const name = event.server ?? source.server;
    const stories = servers.get(name) ?? newServer(servers, name, source);
    stories.take(event);
  }
  return [...servers.values()]
    .flatMap((one) => one.result())
    .toSorted((one, two) => (one.last ?? 0) - (two.last ?? 0));
}

function newServer(
  servers: Map<string | null, ServerStories>,
  name: string | null,
  source: StorySource,
): ServerStories {
  const oldest = servers.keys().next();
  if (servers.size >= SERVER_LIMIT && oldest.done !== true) servers.delete(oldest.value);
  const stories = new ServerStories(source);
  servers.set(name, stories);
  return stories;
}

/** The stories of one server in one log. */
class ServerStories {
  readonly #open: OpenStories;
  readonly #pairs = new SignInPairs();
  readonly #grouping = new Grouping(INCIDENT_LIMIT);

  constructor(source: StorySource) {
    this.#open = new OpenStories(source);
  }

  take(event: StoryEvent): void {
    for (const story of this.#open.take(event)) this.#tell(story);
  }

  result(): readonly Incident[] {
    for (const story of this.#open.rest()) this.#tell(story);
    for (const round of this.#pairs.rest()) this.#grouping.add(round);
    return this.#grouping.result();
  }

  #tell(story: Story): void {
    for (const round of this.#pairs.take(roundOf(incidentOf(story)))) this.#grouping.add(round);
  }
}
