import { AppError } from '../../../contract/errors.ts';
import type { NavigationEnding } from '../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { recordEvent } from '../record/recorder.ts';
import {
  endingOf,
  finishNavigation,
  startNavigation,
  stepNavigation,
} from '../trace/read-navigation.ts';
import { blindEnding } from '../ways/blind-ending.ts';
import { EventLog } from './event-log.ts';
import { createSilence, NO_SILENCE } from './silence.ts';
import type { SignInContext } from './sign-in-context.ts';

/** One visit to a sign-in page, from the request to where it ended. */
export interface Visit {
  readonly events: readonly NavigationEvent[];
  readonly ending: NavigationEnding;
  /** The callback as it came, with its secrets; null where it did not come. */
  readonly callback: Callback | null;
}
type Callback = Extract<NavigationEvent, { kind: 'callback' }>;

/** So long a person may take for one sign-in (safety C8). */
const PERSON_MS = 5 * 60 * 1000;
/** Where nobody can see the window, nobody can press anything: only pages that go on by themselves. */
const HEADLESS_MS = 30_000;

/**
 * Goes to an authorization request and watches until it is clear how it ended, the user gave up, or
 * time is over. What is recorded has no secret in it; what decides is the record, so that a saved
 * trace gives the same ending again.
 * @param authorizeUrl the whole address, with state and challenge
 * @param onEvent told of every event, as recorded
 * @throws AppError where the page could not be opened at all
 */
export async function visit(
  authorizeUrl: string,
  context: SignInContext,
  onEvent: (events: readonly NavigationEvent[]) => void,
): Promise<Visit> {
  const { page, keeper, clock, wishes, signal } = context;
  const options = {
    redirectUri: page.redirectUri,
    authorizeUrl: keeper.hide(authorizeUrl),
  };
  const log = new EventLog();
  let state = startNavigation(options);
  let callback: Callback | null = null;
  let resolve: (ending: NavigationEnding | null) => void = () => undefined;
  let reject: (error: AppError) => void = () => undefined;
  const promise = new Promise<NavigationEnding | null>((done, failed) => {
    [resolve, reject] = [done, failed];
  });
  const take = (event: NavigationEvent): void => {
    if (event.kind === 'callback') callback ??= event;
    const recorded = recordEvent(event, keeper);
    log.push(recorded);
    state = stepNavigation(state, recorded);
    onEvent(log.events);
    const ending = endingOf(state);
    if (ending !== null) resolve(ending);
  };
  const silence = page.isBlind ? NO_SILENCE : createSilence(clock, take);
  const stopListening = context.events.listen((event) => {
    silence.broken(event.at);
    take(event);
  });
  const stopWaiting = clock.after(wishes.headless ? HEADLESS_MS : PERSON_MS, () => resolve(null));
  const cancel = () => resolve(null);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (signal.aborted) cancel();
    else
      page.go(authorizeUrl).catch((error: unknown) => {
        if (error instanceof AppError) reject(error);
        else cancel();
      });
    const seen = (await promise) ?? finishNavigation(state);
    const ending = page.isBlind ? blindEnding(seen, log.events) : seen;
    return { events: log.events, ending: log.placed(ending), callback };
  } finally {
    stopWaiting();
    stopListening();
    silence.end();
    signal.removeEventListener('abort', cancel);
  }
}
