import { canAct, hopOf, type NavigationState } from '../navigation-state.ts';
import { quoted } from '../quoted.ts';
import { byPage, PATIENCE, sighting, type EndingRule, type Sighting } from './rule.ts';

/** Where there is only about:blank it is certain at once; on a page, the user may press again. */
const onceBlank = (state: NavigationState): number =>
  state.shown === null ? 0 : byPage(PATIENCE.stuck)(state);

/** A header announces a download; it is certain when the browser names or ends it. */
const onceNamed = (state: NavigationState): number => {
  const isNamed = state.troubles.download !== undefined || state.troubles.failed !== undefined;
  return isNamed ? onceBlank(state) : byPage(PATIENCE.stuck)(state);
};

/** An answer that is no page: the window stays as it was. */
export const NO_PAGE: readonly EndingRule[] = [
  { kind: 'download', patience: onceNamed, find: download },
  { kind: 'no-content', patience: onceBlank, find: noContent },
];

/** A window that shows nothing although nothing went wrong. */
export const BLANK: readonly EndingRule[] = [
  { kind: 'empty-page', patience: () => PATIENCE.idle, find: emptyPage },
  { kind: 'never-navigated', patience: () => PATIENCE.idle, find: neverNavigated },
];

function download(state: NavigationState): Sighting | null {
  const { answered, troubles, asked } = state;
  const { download: mark, failed } = troubles;
  const isShown = (state.shown?.index ?? -1) > (answered?.index ?? -1);
  const isFile = answered?.isAttachment === true && !isShown;
  const seen = mark ?? (isFile ? answered : null);
  if (!seen) return null;
  const name = mark !== undefined && mark.text !== '' ? ` (${quoted(mark.text, 40)})` : '';
  const says = `${seen.address} answers with a file to download${name} in place of a page, so ${stays(state)}.`;
  return sighting(seen.address, says, asked, answered, mark, failed);
}

function noContent(state: NavigationState): Sighting | null {
  const { answered, asked, troubles } = state;
  if (answered?.status !== 204 && answered?.status !== 205) return null;
  const says = `${answered.address} answers ${answered.status}, which has no page, so ${stays(state)}.`;
  return sighting(answered.address, says, asked, answered, troubles.failed);
}

function emptyPage(state: NavigationState): Sighting | null {
  const { rested, shown, answered } = state;
  if (!rested?.isEmpty || canAct(state) || rested.has.frame) return null;
  const status = answered && answered.address === rested.address ? `${answered.status}` : null;
  const says =
    status === null
      ? `The page at ${rested.address} has loaded and shows nothing: no text, no picture, no field.`
      : `${rested.address} answers ${status} with a page that shows nothing: no text, no picture, no field.${withoutTarget(state)}`;
  const { script } = state.troubles;
  const failure = script ? ` A script of it failed: ${quoted(script.text, 100)}.` : '';
  return sighting(rested.address, `${says}${failure}`, answered, shown, rested, script);
}

/** A redirect that says not where to (RFC 9110 §15.4) is shown as an empty page. */
function withoutTarget({ answered }: NavigationState): string {
  const isRedirect = answered !== null && answered.status >= 300 && answered.status < 400;
  return isRedirect && answered.text === '' ? ' It is a redirect without a Location.' : '';
}

function neverNavigated(state: NavigationState): Sighting | null {
  const { shown, asked, answered, troubles, isPending } = state;
  if (shown !== null) return null;
  const hop = hopOf(state);
  const says = `Nothing was ever shown: the window stayed on about:blank. ${how()}`;
  return sighting(hop, says, asked, answered, troubles.failed, troubles.closed);

  function how(): string {
    if (asked === null) return 'No page was asked for.';
    if (isPending) return `${hop} never answered.`;
    const status = answered === null ? '' : ` (last answer: ${answered.status})`;
    return `The way ended at ${hop}${status}.`;
  }
}

function stays({ shown }: NavigationState): string {
  return shown === null
    ? 'the window stays on about:blank'
    : `the window stays on ${shown.address} as if nothing had happened`;
}
