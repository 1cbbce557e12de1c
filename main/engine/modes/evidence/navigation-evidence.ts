import type { Evidence } from '../../../contract/report.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';

/** How many events are shown where none is named. */
const LAST = 6;

/** What was seen in the sign-in window: the events that an ending names, or the last ones. */
export function navigationEvidence({ events, ending }: SignInRound): Evidence {
  const named = (ending?.events ?? []).flatMap((at) => events[at] ?? []);
  const shown = named.length > 0 ? named : events.slice(-LAST);
  const lines = shown.map(eventWords);
  return { kind: 'navigation', events: lines.length > 0 ? lines : ['The window stayed empty.'] };
}

/** One event of a sign-in window as a line: `+120 ms GET https://… 302`. */
function eventWords(event: NavigationEvent): string {
  return `+${Math.round(event.at)} ms ${WORDS[event.kind](event as never)}`;
}

type Kind = NavigationEvent['kind'];
type Of<K extends Kind> = Extract<NavigationEvent, { readonly kind: K }>;
const WORDS: { readonly [K in Kind]: (event: Of<K>) => string } = {
  request: ({ method, url }) => `${method} ${url}`,
  response: ({ status, url }) => `${status} from ${url}`,
  commit: ({ url }) => `the page is now ${url}`,
  rest: ({ url, isEmpty, title }) =>
    `${url} has loaded${isEmpty ? ' and shows nothing' : title === '' ? '' : `: “${title}”`}`,
  failed: ({ url, error }) => `${error} at ${url}`,
  download: ({ url, fileName }) => `${url} was a download: ${fileName}`,
  popup: ({ url }) => `the page asked for a window of its own: ${url}`,
  console: ({ text }) => `the browser says: ${text}`,
  certificate: ({ url, error }) => `${error} at ${url}`,
  passkey: ({ url }) => `${url} asked for a passkey`,
  callback: ({ method, status, by }) =>
    `back to the client by ${method}${status === null ? '' : ` after ${status}`}, from a ${by}`,
  scheme: ({ url }) => `the page leads to ${url}`,
  crashed: () => 'the page crashed',
  closed: ({ by }) => (by === 'user' ? 'the window was closed' : 'Unblank closed the window'),
  quiet: ({ forMs }) => `nothing for ${Math.round(forMs)} ms`,
};
