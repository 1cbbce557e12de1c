import type { NavigationEvent } from '../../model/navigation-event.ts';
import { headerOf } from '../../probe/header.ts';
import { addressOf, hostIn, isBrowsersOwn } from './address.ts';
import { addHop, circleIn, NO_HOPS } from './circles.ts';
import { consoleTrouble } from './console-trouble.ts';
import { isEmbeddedRefusal, wantsOtherBrowser } from './known-words.ts';
import {
  asksPassword,
  canAct,
  type Mark,
  type NavigationState,
  type Trouble,
} from './navigation-state.ts';
import { plain } from './quoted.ts';

type Of<K extends NavigationEvent['kind']> = Extract<NavigationEvent, { kind: K }>;
type Observe<K extends NavigationEvent['kind']> = (
  state: NavigationState,
  event: Of<K>,
) => Partial<NavigationState>;

/** A page that stood for so long before it was left was probably left by its user. */
const READING_MS = 1_000;
const SAYS = 200;
const TITLE = 60;

/**
 * What the state becomes by one event, apart from its verdict: one row for each kind of event.
 * Copies a fixed number of members, so an event costs the same whatever came before it.
 */
export function observe(state: NavigationState, event: NavigationEvent): NavigationState {
  const change = OBSERVERS[event.kind] as Observe<NavigationEvent['kind']>;
  return { ...state, ...change(state, event), count: state.count + 1 };
}

const OBSERVERS: { readonly [K in NavigationEvent['kind']]: Observe<K> } = {
  request: (state, event) => (event.frame === 'child' ? {} : onRequest(state, event)),
  response: (state, event) => (event.frame === 'child' ? {} : onResponse(state, event)),
  commit: (state, event) => (event.frame === 'child' ? {} : onCommit(state, event.url)),
  rest: onRest,
  failed: onFailed,
  download: (state, { url, fileName }) => trouble(state, 'download', url, plain(fileName, 60)),
  popup: (state, { url }) => trouble(state, 'popup', url),
  console: (state, { text }) => {
    const name = consoleTrouble(text);
    // The first message is the cause, and what failed under its own address tells more.
    if (name === null || state.troubles[name] !== undefined) return {};
    return trouble(state, name, state.shown?.address ?? '', text);
  },
  certificate: onCertificate,
  passkey: (state, { url }) => trouble(state, 'passkey', url),
  callback: () => ({}),
  scheme: (state, { url }) =>
    /^(?:mailto|tel|sms|javascript|blob|data|about):/i.test(url)
      ? {}
      : { ...trouble(state, 'scheme', url), isPending: false },
  crashed: (state) => trouble(state, 'crashed', state.shown?.address ?? state.begin),
  closed: (state, { by }) => trouble(state, 'closed', state.shown?.address ?? state.begin, by),
  quiet: () => ({}),
};

function onRequest(state: NavigationState, event: Of<'request'>): Partial<NavigationState> {
  const byUser = isByUser(state, event);
  const before = byUser && asksPassword(state) ? NO_HOPS : state.hops;
  const hops = addHop(before, event.url, state.count, byUser);
  const length = circleIn(hops);
  const next = { asked: mark(state, event.url, event.method), isPending: true, hops };
  if (length === null) return next;
  return { ...next, ...trouble(state, 'circle', event.url, String(length)) };
}

/** A form of a page that came to rest, or a page with something to press that stood a while. */
function isByUser(state: NavigationState, event: Of<'request'>): boolean {
  const { rested } = state;
  if (rested === null || event.redirectedBy !== null || event.by === 'us') return false;
  if (event.by === 'form') return canAct(state);
  return canAct(state) && event.at - rested.at >= READING_MS;
}

function onResponse(state: NavigationState, event: Of<'response'>): Partial<NavigationState> {
  const header = (name: string) => headerOf(event.headers, name) ?? '';
  const type = header('content-type').toLowerCase();
  const attachment = /^\s*attachment/i.test(header('content-disposition'));
  const answered = {
    ...mark(state, event.url, plain(header('location').replace(/[?#].*$/s, ''), 120)),
    status: event.status,
    isAttachment: attachment || /^application\/(?:octet-stream|zip|x-)/.test(type),
    cutsOpener: /^\s*same-origin/i.test(header('cross-origin-opener-policy')),
    server: plain(header('server'), 40),
  };
  return { answered, isPending: false };
}

/** A new page: what was wrong with the one before it explains nothing any more. */
function onCommit(state: NavigationState, url: string): Partial<NavigationState> {
  if (isBrowsersOwn(url) && (state.shown === null || /^chrome/i.test(url))) return {};
  return { shown: mark(state, url), rested: null, isPending: false, troubles: {} };
}

function onRest(state: NavigationState, event: Of<'rest'>): Partial<NavigationState> {
  if (isBrowsersOwn(event.url) && (state.shown === null || /^chrome/i.test(event.url))) return {};
  const rested = {
    ...mark(state, event.url, plain(event.says, SAYS)),
    at: event.at,
    isEmpty: event.isEmpty,
    title: plain(event.title, TITLE),
    has: event.has,
  };
  const found = `${event.says.slice(0, 400)} ${event.title.slice(0, 200)} ${event.url.slice(0, 2_000)}`;
  const isRefused = isEmbeddedRefusal(found) || wantsOtherBrowser(found);
  const refused = isRefused ? trouble(state, 'embedded', event.url, event.says) : {};
  return { shown: state.shown ?? mark(state, event.url), rested, isPending: false, ...refused };
}

/** In a frame only a refusal to be framed counts; a page may have frames that fail for any reason. */
function onFailed(state: NavigationState, event: Of<'failed'>): Partial<NavigationState> {
  if (event.frame === 'top') {
    return { ...trouble(state, 'failed', event.url, plain(event.error, 60)), isPending: false };
  }
  return /BLOCKED_BY_(?:RESPONSE|CSP)/.test(event.error)
    ? trouble(state, 'frame', event.url, plain(event.error, 60))
    : {};
}

/** A certificate of the page itself; one of a picture in it does not stop the way. */
function onCertificate(state: NavigationState, event: Of<'certificate'>): Partial<NavigationState> {
  const host = hostIn(addressOf(event.url));
  const isOfPage = state.asked === null || hostIn(state.asked.address) === host;
  return isOfPage ? trouble(state, 'certificate', event.url, plain(event.error, 60)) : {};
}

function trouble(
  state: NavigationState,
  name: Trouble,
  url: string,
  text = '',
): Pick<NavigationState, 'troubles'> {
  return { troubles: { ...state.troubles, [name]: mark(state, url, plain(text, SAYS)) } };
}

function mark(state: NavigationState, url: string, text = ''): Mark {
  return { index: state.count, address: addressOf(url), text };
}
