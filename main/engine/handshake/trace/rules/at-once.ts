import { hostIn } from '../address.ts';
import { isEmbeddedRefusal, wantsOtherBrowser } from '../known-words.ts';
import { hopOf, type NavigationState } from '../navigation-state.ts';
import { quoted } from '../quoted.ts';
import { atOnce, byPage, PATIENCE, sighting, type EndingRule, type Sighting } from './rule.ts';

/** Most events that an ending points to. */
const SHOWN = 9;

/** What nobody has to wait for: the window says itself that it does not go on. */
export const AT_ONCE: readonly EndingRule[] = [
  { kind: 'crashed', patience: atOnce, find: crashed },
  { kind: 'certificate', patience: atOnce, find: certificate },
  { kind: 'embedded-refused', patience: onceCertain, find: embedded },
  { kind: 'form-action-blocked', patience: atOnce, find: formAction },
  { kind: 'page-loop', patience: atOnce, find: circle },
];

function crashed(state: NavigationState): Sighting | null {
  const mark = state.troubles.crashed;
  if (!mark) return null;
  return sighting(mark.address, `The page at ${mark.address} crashed in the window.`, mark);
}

function certificate(state: NavigationState): Sighting | null {
  const mark = state.troubles.certificate;
  if (!mark) return null;
  const says = `The browser does not accept the certificate of ${hostIn(mark.address)} (${mark.text}), so no page was shown.`;
  return sighting(mark.address, says, state.asked, mark);
}

/** A page that wants another browser may still let this one in. */
function onceCertain(state: NavigationState): number {
  const only = wantsOtherBrowser(state.troubles.embedded?.text ?? '');
  return only && !isEmbeddedRefusal(state.troubles.embedded?.text ?? '')
    ? byPage(PATIENCE.stuck)(state)
    : 0;
}

function embedded(state: NavigationState): Sighting | null {
  const mark = state.troubles.embedded;
  if (!mark) return null;
  const words = mark.text === '' ? '' : ` It says ${quoted(mark.text, 120)}.`;
  const says = `${hostIn(mark.address)} refuses sign-in in a window that is part of a program.${words}`;
  return sighting(mark.address, says, state.shown, mark);
}

/** F64. The browser names the directive; the page stays as it was, so its button looks dead. */
function formAction(state: NavigationState): Sighting | null {
  const mark = state.troubles['form-action'];
  if (!mark) return null;
  const page = state.shown?.address ?? hopOf(state);
  const { answered } = state;
  const wasSent = answered !== null && answered.status >= 300 && answered.text !== '';
  const where = wasSent ? `${answered.status} to ${answered.text}` : 'the way back';
  const says = `The page at ${page} forbids ${where} by its own Content-Security-Policy: form-action does not allow that address. The browser stopped it, so its button does nothing.`;
  return sighting(page, says, state.shown, answered, mark, state.troubles.failed);
}

function circle(state: NavigationState): Sighting | null {
  const mark = state.troubles.circle;
  if (!mark) return null;
  const length = Number(mark.text);
  const pages = length === 1 ? 'the same address' : `the same ${length} addresses`;
  const says = `The window comes to ${pages} again and again, at last to ${mark.address}, and nothing changes.`;
  const last = state.hops.slice(-2 * length - 1).map(({ index }) => index);
  return { at: mark.address, says, events: last.slice(-SHOWN) };
}
