import { hostIn } from '../address.ts';
import { isBrowserCheck, saysClose, tellsOfError } from '../known-words.ts';
import { asksPassword, canAct, hopOf, type NavigationState } from '../navigation-state.ts';
import { quoted } from '../quoted.ts';
import {
  byPage,
  onlyAtTheEnd,
  PATIENCE,
  sighting,
  type EndingRule,
  type Sighting,
} from './rule.ts';

/** A page that is there and leads nowhere. The more certain sign stands first. */
export const STUCK: readonly EndingRule[] = [
  { kind: 'error-page', patience: byStatus, find: errorPage },
  { kind: 'passkey', patience: byPage(PATIENCE.passkey), find: passkey },
  { kind: 'blocked-popup', patience: byPage(PATIENCE.stuck), find: popup },
  { kind: 'waits-for-opener', patience: byPage(PATIENCE.stuck), find: opener },
  { kind: 'waits-for-opener', patience: byPage(PATIENCE.stuck), find: closable },
  { kind: 'other-scheme', patience: onceBlank, find: scheme },
  { kind: 'frame-refused', patience: byPage(PATIENCE.long), find: frame },
];

/** Signs that are too weak to stop anybody for; they explain a visit that is over. */
export const AFTERWARDS: readonly EndingRule[] = [
  { kind: 'waits-for-opener', patience: onlyAtTheEnd, find: cutOff },
];

/**
 * A page with a status of an error is one, unless it has a form to go on with. Where only its words
 * tell, buttons and forms may be those of a consent page.
 */
function byStatus(state: NavigationState): number {
  const hasForm = state.rested?.has.form ?? false;
  if (statusOf(state) >= 400) return hasForm ? PATIENCE.long : PATIENCE.idle;
  if (hasForm) return Infinity;
  return canAct(state) ? PATIENCE.stuck : PATIENCE.idle;
}

/** A page with a password field is a page to sign in on, whatever its status. */
function errorPage(state: NavigationState): Sighting | null {
  const { rested, shown, answered } = state;
  if (rested === null || asksPassword(state)) return null;
  const status = statusOf(state);
  if (status < 400 && !tellsOfError(rested.text)) return null;
  if (isBrowserCheck(rested.title, rested.text) && !troubled(state)) return null;
  const what = status >= 400 ? `answers ${status}` : 'shows an error';
  const words = rested.text === '' ? rested.title : rested.text;
  const said = words === '' ? '' : ` It says ${quoted(words, 160)}.`;
  const says = `${rested.address} ${what} and does not send back to the client.${said}`;
  return sighting(rested.address, says, answered, shown, rested);
}

/** A browser check counts as an error only once the visit is over. */
function troubled({ troubles }: NavigationState): boolean {
  return troubles.closed !== undefined;
}

function statusOf({ answered, rested }: NavigationState): number {
  return answered && rested && answered.address === rested.address ? answered.status : 0;
}

function passkey(state: NavigationState): Sighting | null {
  const mark = state.troubles.passkey;
  if (!mark) return null;
  const says = `${hostIn(mark.address)} asks for a passkey, which cannot be given in this window, and nothing went on from there.`;
  return sighting(mark.address, says, state.shown, mark);
}

function popup(state: NavigationState): Sighting | null {
  const mark = state.troubles.popup;
  if (!mark) return null;
  const page = state.shown?.address ?? hopOf(state);
  const to = mark.address === '' || mark.address.startsWith('about:') ? '' : ` for ${mark.address}`;
  const says = `The page at ${page} wanted a window of its own${to}, did not get one and waits for it.`;
  return sighting(page, says, state.shown, mark);
}

function opener(state: NavigationState): Sighting | null {
  const { shown, troubles } = state;
  const mark = troubles.opener;
  if (!mark) return null;
  const page = shown?.address ?? hopOf(state);
  const says = `The page at ${page} hands its result to the window that opened it, and no window did. It waits and never redirects to the client.`;
  return sighting(page, says, shown, mark);
}

/** A page that takes itself for a pop-up: it says that it may be closed, and sends nobody back. */
function closable(state: NavigationState): Sighting | null {
  const { rested, shown } = state;
  if (rested === null || rested.has.form || rested.has.password) return null;
  if (!saysClose(rested.title, rested.text)) return null;
  const says = `The page at ${rested.address} says that it can be closed, and the client was never called back. Pages like it hand their result to a window that opened them, and none did.`;
  return sighting(rested.address, says, shown, rested);
}

/** COOP alone proves nothing: many pages send it. */
function cutOff(state: NavigationState): Sighting | null {
  const { rested, answered, shown } = state;
  if (rested === null || canAct(state) || rested.has.frame || !answered?.cutsOpener) return null;
  if (answered.address !== rested.address) return null;
  const says = `The page at ${rested.address} offers nothing to do and never went on. Its Cross-Origin-Opener-Policy cuts it off from a window that opened it, so it may wait for one.`;
  return sighting(rested.address, says, answered, shown, rested);
}

function onceBlank(state: NavigationState): number {
  return state.shown === null ? 0 : byPage(PATIENCE.stuck)(state);
}

function scheme(state: NavigationState): Sighting | null {
  const mark = state.troubles.scheme;
  if (!mark) return null;
  const says = `The way leads to ${mark.address}, which opens a program and is not where this client waits (${state.goal}).`;
  return sighting(mark.address, says, state.shown, mark);
}

function frame(state: NavigationState): Sighting | null {
  const mark = state.troubles.frame;
  if (!mark || asksPassword(state)) return null;
  const page = state.shown?.address ?? hopOf(state);
  const framed = mark.address === '' || mark.address === page ? 'A frame' : mark.address;
  const says = `${framed} refuses to be shown in a frame of ${page} (X-Frame-Options or frame-ancestors), so the page cannot finish.`;
  return sighting(page, says, state.shown, mark);
}
