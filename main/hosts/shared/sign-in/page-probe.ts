import type { PageParts } from '../../../engine/model/navigation-event.ts';
import type { CdpPort } from './cdp-port.ts';
import { knownWords } from './page-says.ts';

/** What a page shows, as the `rest` event has it. */
export interface PageLook {
  readonly isEmpty: boolean;
  readonly title: string;
  readonly says: string;
  readonly has: PageParts;
}

interface RawLook {
  readonly text: string;
  readonly title: string;
  readonly pictures: number;
  readonly password: boolean;
  readonly field: boolean;
  readonly form: boolean;
  readonly button: boolean;
  readonly frame: boolean;
}

const WORLD = 'unblank';
const LONGEST_TITLE = 120;

/**
 * Looks and changes nothing. SECURITY: D2. It runs in a world of its own, which shares the document
 * with the page and none of its objects: the page can neither see nor alter it, and nothing of ours
 * runs in the page's world. What was typed is not read (`innerText` has no values of fields).
 */
const LOOK = `(() => {
  const body = document.body;
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return false;
    const style = getComputedStyle(one);
    return style.visibility !== 'hidden' && style.display !== 'none';
  };
  const any = (what) => [...document.querySelectorAll(what)].slice(0, 500).some(seen);
  const fields = 'input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea';
  return {
    text: (body?.innerText ?? '').trim().slice(0, 20000),
    title: document.title,
    pictures: any('img, svg, canvas, video, object, embed') ? 1 : 0,
    password: any('input[type=password]'),
    field: any(fields + ', [contenteditable=true]'),
    form: document.forms.length > 0,
    button: any('button, input[type=submit], input[type=button], [role=button], a[href]'),
    frame: any('iframe, frame'),
  };
})()`;

/**
 * Reads what the top frame shows.
 * @param cdp the connection
 * @param sessionId session of the page
 * @param frameId its top frame
 * @returns null where the page went away meanwhile
 */
export async function lookAtPage(
  cdp: CdpPort,
  sessionId: string | null,
  frameId: string,
): Promise<PageLook | null> {
  try {
    const { executionContextId } = (await cdp.send(
      'Page.createIsolatedWorld',
      { frameId, worldName: WORLD, grantUniveralAccess: false },
      sessionId,
    )) as { executionContextId: number };
    const { result } = (await cdp.send(
      'Runtime.evaluate',
      { expression: LOOK, contextId: executionContextId, returnByValue: true, timeout: 2000 },
      sessionId,
    )) as { result: { value?: RawLook } };
    return result.value === undefined ? null : readLook(result.value);
  } catch {
    return null;
  }
}

/** @param raw what the look found; the page may have made its text anything */
function readLook(raw: RawLook): PageLook {
  const { text, pictures, field, password, form, button, frame } = raw;
  return {
    isEmpty: text === '' && pictures === 0 && !field && !frame,
    title: raw.title.slice(0, LONGEST_TITLE),
    says: knownWords(`${raw.title}\n${text}`),
    has: { password, form, button, frame },
  };
}
