import type { Incident } from '../../../model/log-evidence.ts';
import { beginsAnew } from './begins-anew.ts';
import { addEvent, beginStory, incidentOf, type Story } from './story.ts';
import type { StoryEvent, StorySource } from './story.ts';

/** What an event did to a story. */
export interface StoryStep {
  readonly story: Story;
  /** The one before, where the event begins another; null where it goes on. */
  readonly before: Story | null;
}

/** Tells a story on by one event. Pure, and the same whatever the events were read in. */
export function stepStory(story: Story | null, event: StoryEvent, source: StorySource): StoryStep {
  if (story === null) return { story: beginStory(event, source), before: null };
  if (beginsAnew(story, event)) return { story: beginStory(event, source), before: story };
  return { story: addEvent(story, event), before: null };
}

/** For whom follows a log: the attempt under way, and the one that has just come to an end. */
export interface IncidentStep {
  readonly open: Incident;
  /**
   * Not null with every event that ends an attempt. The attempt stays open to what explains it: a
   * client that has failed can say in its next line that it needs a sign-in, and `ended` comes again.
   * Also not null where another attempt began before this one had ended.
   */
  readonly ended: Incident | null;
}

const ENDING: ReadonlySet<string> = new Set(['connected', 'needs-sign-in', 'failed', 'closed']);

/**
 * The next event of one server and run, for watching.
 * @param open what the last step gave; null at first
 * @param source the log that it was read from
 */
export function stepIncident(
  open: Incident | null,
  event: StoryEvent,
  source: StorySource,
): IncidentStep {
  const { story, before } = stepStory(open === null ? null : storyOf(open), event, source);
  const now = { ...incidentOf(story), events: story.events };
  if (ENDING.has(event.kind)) return { open: now, ended: incidentOf(story) };
  const cut = before !== null && before.ended === 'open';
  return { open: now, ended: cut ? incidentOf(before) : null };
}

/** Takes up a story again; its events say in which run it is and how far its sign-in came. */
function storyOf(incident: Incident): Story {
  const events = incident.events.map((one) => ({ session: null, ...one }));
  const [first, ...rest] = events;
  const start: Story = { ...incident, session: null, signIn: 'none', events };
  if (first === undefined) return start;
  const told = rest.reduce(addEvent, beginStory(first, incident));
  return { ...start, session: told.session, signIn: told.signIn };
}
