import type { NavigationEnding, NavigationEndingKind } from '../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { redactUrl } from '../../redact/url.ts';

/** What can be known where only the callback is seen. */
const SEEN: readonly NavigationEndingKind[] = [
  'callback',
  'error-callback',
  'posted-callback',
  'form-post-callback',
  'framed-callback',
];

/**
 * How a visit ended that nobody watched: by its callback, by a person who gave up, or by time. That
 * nothing was seen is no blank page here, so silence must say nothing (no `quiet` events), and
 * whatever else the navigation trace concludes is not known.
 * @param ending what the navigation trace made of the events
 */
export function blindEnding(
  ending: NavigationEnding,
  events: readonly NavigationEvent[],
): NavigationEnding {
  if (SEEN.includes(ending.kind)) return ending;
  const asked = events.findIndex((one) => one.kind === 'request');
  const closed = events.findIndex((one) => one.kind === 'closed' && one.by === 'user');
  const request = events[asked];
  const at = request?.kind === 'request' ? addressOf(request.url) : null;
  const seen = [asked, closed].filter((index) => index >= 0);
  if (closed >= 0)
    return { kind: 'closed', at, says: `No callback address was given. ${UNSEEN}`, events: seen };
  return { kind: 'waiting', at, says: `No callback came in time. ${UNSEEN}`, events: seen };
}

const UNSEEN =
  'What the browser showed cannot be seen from here; a window of its own (--browser isolated) shows it.';

function addressOf(url: string): string {
  return redactUrl(url).replace(/[?#].*$/s, '');
}
