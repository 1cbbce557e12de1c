import type { NavigationEndingKind } from '../../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../../model/navigation-event.ts';
import type { SignInRound } from '../../../model/sign-in-evidence.ts';
import { addressOf, hostIn } from '../address.ts';
import { isBlankEnding } from '../blank-endings.ts';
import { consoleTrouble } from '../console-trouble.ts';
import { plain, quoted } from '../quoted.ts';
import { message, pathOf, type Draft, type Way } from './message.ts';

/** Most messages of one visit; what is between the first and the last is counted. */
const FIRST = 14;
const LAST = 10;

const OUT: Way = ['you', 'authorization'];
const BACK: Way = ['authorization', 'you'];
const HERE: Way = ['you', 'you'];
const HOME: Way = ['you', 'client'];

type Kind = NavigationEvent['kind'];
type Of<K extends Kind> = Extract<NavigationEvent, { kind: K }>;
type Drawn = Partial<Pick<Draft, 'state' | 'says'>> & {
  readonly kind: Draft['kind'];
  readonly text: string;
  readonly way: Way;
};
type Draw<K extends Kind> = (event: Of<K>, round: SignInRound) => Drawn | null;

/** What a visit to a sign-in page looks like: the window opens, pages come and go, it ends. */
export function visitMessages(round: SignInRound): readonly Draft[] {
  if (round.authorizeUrl === null) return [];
  const id = `r${round.number}.open`;
  const common = { round: round.number, at: round.startedAt, kind: 'request' as const };
  const open = message({ ...common, id, text: 'opens the sign-in page' }, ['client', 'you']);
  return [open, ...folded(eventMessages(round), round), ...endMessages(round)];
}

function eventMessages(round: SignInRound): readonly Draft[] {
  const from = round.events[0]?.at ?? 0;
  return round.events.flatMap((event, index) => {
    const drawn = draw(event, round);
    if (drawn === null) return [];
    const { way, ...parts } = drawn;
    const at = round.startedAt + Math.max(0, event.at - from);
    return message({ ...parts, id: `r${round.number}.e${index}`, round: round.number, at }, way);
  });
}

function draw(event: NavigationEvent, round: SignInRound): Drawn | null {
  return (DRAWN[event.kind] as Draw<Kind>)(event, round);
}

const DRAWN: { readonly [K in Kind]: Draw<K> } = {
  request: ({ frame, method, url }, round) =>
    frame === 'child'
      ? null
      : { kind: 'request', way: OUT, text: `${method} ${placeOf(url, round)}` },
  response: drawResponse,
  commit: () => null,
  rest: ({ isEmpty, title, url }, round) =>
    isEmpty ? null : { kind: 'page', way: BACK, text: pageWords(title, placeOf(url, round)) },
  failed: ({ error, frame }) =>
    frame === 'child' || /ABORTED|BLOCKED_BY_CLIENT/.test(error)
      ? null
      : { kind: 'answer', way: BACK, text: plain(error, 60), state: 'wrong' },
  download: ({ fileName }) => note(`a download: ${quoted(fileName, 40)}`, BACK),
  popup: () => note('wants a window of its own, and gets none'),
  console: ({ text }) => {
    const trouble = consoleTrouble(text);
    return trouble === null ? null : note(CONSOLE[trouble] ?? 'an error of the page');
  },
  certificate: ({ error }) => note(`the certificate is not accepted (${plain(error, 40)})`),
  passkey: () => note('asks for a passkey'),
  callback: drawCallback,
  scheme: ({ url }) => note(`leads to ${addressOf(url)}`),
  crashed: () => note('the page crashed'),
  closed: ({ by }) => (by === 'user' ? note('the window was closed') : null),
  quiet: () => null,
};

const CONSOLE: Readonly<Record<string, string>> = {
  'form-action': 'the browser blocks the way back (form-action)',
  frame: 'a frame refuses to be shown (frame-ancestors)',
  script: 'a script of the page failed',
  opener: 'the page looks for the window that opened it',
};

function drawResponse(
  { status, frame, headers }: Of<'response'>,
  round: SignInRound,
): Drawn | null {
  if (frame === 'child') return null;
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null;
  const isRedirect = status >= 300 && status < 400 && location !== null;
  const text = isRedirect ? `${status} to ${targetOf(location, round)}` : `${status}`;
  const keepsMethod = status === 307 || status === 308;
  const state = status >= 400 ? 'wrong' : status === 204 || keepsMethod ? 'warning' : 'ok';
  return { kind: 'answer', way: BACK, text, state };
}

function drawCallback({ method, url, body, frame }: Of<'callback'>): Drawn {
  const fields = `${/[?#].*$/s.exec(url)?.[0] ?? ''}&${body ?? ''}`;
  const what = /[?#&]error=/.test(fields)
    ? 'with an error'
    : /[?#&]code=/.test(fields)
      ? 'with a code'
      : 'without a code';
  const where = frame === 'child' ? ', in a frame' : '';
  const isGood = method === 'GET' && what === 'with a code' && frame === 'top';
  const text = `${method} ${pathOf(url)} ${what}${where}`;
  return { kind: 'request', way: HOME, text, state: isGood ? 'ok' : 'wrong' };
}

function note(text: string, way: Way = HERE): Drawn {
  return { kind: 'note', way, text, state: 'warning' };
}

function pageWords(title: string, place: string): string {
  return title.trim() === '' ? `a page at ${place}` : `a page: ${quoted(title, 40)}`;
}

/** The path; with the host where it is another one than that of the sign-in page. */
function placeOf(url: string, { authorizeUrl }: SignInRound): string {
  const host = hostIn(addressOf(url));
  const isHome = authorizeUrl !== null && hostIn(addressOf(authorizeUrl)) === host;
  return isHome || !/^https?:/i.test(url) ? pathOf(url) : `${plain(host, 60)}${pathOf(url)}`;
}

function targetOf(location: string, round: SignInRound): string {
  const target = addressOf(location);
  if (target === addressOf(round.redirectUri)) return 'the callback';
  return location.startsWith('/') ? plain(target, 60) : placeOf(location, round);
}

/** Where there is too much, the beginning and the end, and how much is between them. */
function folded(all: readonly Draft[], { number }: SignInRound): readonly Draft[] {
  if (all.length <= FIRST + LAST) return all;
  const cut = all.slice(FIRST, -LAST);
  const text = `${cut.length} more steps like these`;
  const more = {
    id: `r${number}.more`,
    round: number,
    at: cut[0]!.at,
    kind: 'note' as const,
    text,
  };
  return [...all.slice(0, FIRST), message(more, HERE), ...all.slice(-LAST)];
}

const WELL: readonly NavigationEndingKind[] = ['callback'];

/** How it ended, where an arrow alone does not say it: an empty frame, or a note with its reason. */
function endMessages(round: SignInRound): readonly Draft[] {
  const { ending, number, events, startedAt } = round;
  if (ending === null || WELL.includes(ending.kind)) return [];
  const length = (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0);
  const common = { id: `r${number}.end`, round: number, at: startedAt + length, says: ending.says };
  if (isBlankEnding(ending.kind)) {
    return [
      message(
        { ...common, kind: 'blank', text: BLANKS[ending.kind] ?? 'nothing to see', state: 'wrong' },
        BACK,
      ),
    ];
  }
  const state = ending.kind === 'waiting' ? 'waiting' : (STATES[ending.kind] ?? 'wrong');
  return [
    message({ ...common, kind: 'note', text: ENDS[ending.kind] ?? 'it ends here', state }, HERE),
  ];
}

const STATES: Partial<Record<NavigationEndingKind, Draft['state']>> = {
  'script-callback': 'warning',
  closed: 'warning',
};

const BLANKS: Partial<Record<NavigationEndingKind, string>> = {
  'never-navigated': 'about:blank',
  'blocked-popup': 'waits for a pop-up',
  'waits-for-opener': 'waits for its opener',
};

const ENDS: Partial<Record<NavigationEndingKind, string>> = {
  'script-callback': 'back by a page, not by a redirect',
  'page-loop': 'the same pages again and again',
  waiting: 'waits for somebody to go on',
  closed: 'closed by hand',
};
