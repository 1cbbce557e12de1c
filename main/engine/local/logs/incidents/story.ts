import { STEPS, type ClientId, type IncidentEnd, type Step } from '../../../../contract/words.ts';
import type { Incident, LogEvent, LogEventKind } from '../../../model/log-evidence.ts';
import type { ModeCode } from '../../../model/mode-code.ts';

/** An event with the session or process that wrote it; null where the log does not say. */
export type StoryEvent = LogEvent & { readonly session: string | null };

/** The log that a story stands in. */
export interface StorySource {
  readonly client: ClientId;
  readonly file: string;
  /** The server that the path names; null where many write into one file. */
  readonly server: string | null;
}

/** One attempt while it is told. */
export interface Story extends StorySource {
  readonly session: string | null;
  /** `waits` is that the browser was opened, `back` that the user came back from it. */
  readonly signIn: 'none' | 'waits' | 'back';
  readonly first: number | null;
  readonly last: number | null;
  readonly ended: IncidentEnd;
  /** The furthest step, or that of the line which names the mode. */
  readonly step: Step;
  readonly code: ModeCode | null;
  readonly events: readonly StoryEvent[];
}

/** More lines than this tell nobody more of one attempt. */
export const EVENT_LIMIT = 50;

const ENDS: Readonly<Partial<Record<LogEventKind, IncidentEnd>>> = {
  connected: 'connected',
  'needs-sign-in': 'needs-sign-in',
  failed: 'failed',
};
/** A token that is only renewed is no sign-in. */
export const OF_SIGN_IN: ReadonlySet<LogEventKind> = new Set(['browser', 'returned']);
/** What went wrong before one of these was overcome. */
const OVERCOMES: ReadonlySet<LogEventKind> = new Set(['returned', 'signed-in', 'connected']);

/** The first event of an attempt. */
export function beginStory(event: StoryEvent, source: StorySource): Story {
  const empty: Story = {
    client: source.client,
    file: source.file,
    server: event.server ?? source.server,
    session: null,
    signIn: 'none',
    first: null,
    last: null,
    ended: 'open',
    step: event.step,
    code: null,
    events: [],
  };
  return addEvent(empty, event);
}

/** The next event of the same attempt. */
export function addEvent(story: Story, event: StoryEvent): Story {
  const { time } = event;
  const code = codeAfter(story, event);
  return {
    ...story,
    session: event.session ?? story.session,
    signIn: signInAfter(story, event),
    first: time === null ? story.first : Math.min(story.first ?? time, time),
    last: time === null ? story.last : Math.max(story.last ?? time, time),
    ended: endAfter(story, event),
    step: stepAfter(story, event, code),
    code,
    events: withEvent(story, event),
  };
}

/**
 * The newest ending counts: a client says first that it failed and then that it needs a sign-in, or
 * falls back to another transport and connects. A closed connection only ends what did not end.
 */
function endAfter({ ended }: Story, { kind }: StoryEvent): IncidentEnd {
  if (kind === 'browser') return 'open';
  if (kind === 'closed') return ended === 'open' ? 'closed' : ended;
  return ENDS[kind] ?? ended;
}

function signInAfter({ signIn }: Story, { kind }: StoryEvent): Story['signIn'] {
  if (kind === 'browser') return 'waits';
  return kind === 'returned' || (kind === 'signed-in' && signIn === 'waits') ? 'back' : signIn;
}

/** The first mode that lines name since the last success: what follows it is mostly its echo. */
function codeAfter({ code }: Story, event: StoryEvent): ModeCode | null {
  return OVERCOMES.has(event.kind) ? event.code : (code ?? event.code);
}

function stepAfter(story: Story, event: StoryEvent, code: ModeCode | null): Step {
  if (code !== null) return code === story.code ? story.step : event.step;
  return STEPS.indexOf(event.step) > STEPS.indexOf(story.step) ? event.step : story.step;
}

const KEPT: ReadonlySet<LogEventKind> = new Set([...OF_SIGN_IN, 'signed-in']);

/** Keeps how it began, its sign-in and what was newest. */
function withEvent(story: Story, event: StoryEvent): readonly StoryEvent[] {
  const known = { ...event, session: event.session ?? story.session };
  const { events } = story;
  if (events.length < EVENT_LIMIT) return [...events, known];
  const found = events.findIndex(({ kind }, at) => at > 0 && !KEPT.has(kind));
  return [...events.toSpliced(found === -1 ? 1 : found, 1), known];
}

/** The story with what only the telling of it needs taken off. */
export function incidentOf(story: Story): Incident {
  const { client, file, server, first, last, ended, step, code } = story;
  return {
    client,
    file,
    server,
    kind: 'attempt',
    rounds: 1,
    periodSeconds: null,
    first,
    last,
    ended,
    step,
    code,
    events: story.events.map(withoutSession),
  };
}

function withoutSession({ session: _, ...event }: StoryEvent): LogEvent {
  return event;
}
