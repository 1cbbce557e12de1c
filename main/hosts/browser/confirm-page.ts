import type { Page } from 'playwright-core';
import { visible } from '../../engine/redact/visible.ts';
import type { ConfirmQuestion } from '../../engine/repair/repairs.ts';
import { escapeHtml } from '../shared/sign-in/own-page.ts';

const STYLE =
  'html{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:44rem;' +
  'margin:2rem auto;padding:0 1.5rem;color:CanvasText;background:Canvas}' +
  'h1{font-size:1.25rem;margin:0 0 1rem}ul{padding:0;list-style:none;max-height:60vh;overflow:auto}' +
  'li{font:13px/1.6 ui-monospace,monospace;overflow-wrap:anywhere;margin-bottom:.5rem}' +
  'p{display:flex;gap:.75rem}button{font:inherit;padding:.5rem 1rem;border-radius:4px;' +
  'border:1px solid GrayText;background:ButtonFace;color:ButtonText}' +
  ':focus-visible{outline:3px solid Highlight;outline-offset:2px}';

/**
 * The page of a question: it loads nothing, has no script, and holds nothing of the app's window.
 * Names of files are text from outside: nothing in them hides, reorders or becomes markup (G14, A6).
 */
export function confirmPage({ title, lines, yes, no }: ConfirmQuestion): string {
  const text = (raw: string): string => escapeHtml(visible(raw));
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>Unblank asks</title><style>${STYLE}</style>` +
    `<h1 id="title">${text(title)}</h1>` +
    `<ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul>` +
    `<p><button id="no">${text(no)}</button><button id="yes">${text(yes)}</button></p>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

/**
 * Asks in a page of the host's own, until one of its two answers is pressed. SECURITY: G1. The focus
 * stands on the safe answer; Escape, a crash and closing the window are no.
 * @param page an empty page of a browser that the app's window cannot reach
 */
export function askOnPage(page: Page, question: ConfirmQuestion): Promise<boolean> {
  return new Promise<boolean>((resolve, reject) => {
    page.once('close', () => resolve(false));
    page.once('crash', () => resolve(false));
    page
      .exposeBinding('unblankAnswer', (_from, yes: unknown) => resolve(yes === true))
      .then(() => page.goto(confirmPage(question)))
      .then(() => page.evaluate(listen))
      .catch(reject);
  });
}

/** What is used of the page's document; a host has no DOM of its own. */
interface AskingPage {
  readonly document: {
    getElementById(id: string): {
      focus(): void;
      addEventListener(type: 'click', listener: () => void): void;
    } | null;
    addEventListener(type: 'keydown', listener: (event: { readonly key: string }) => void): void;
  };
  unblankAnswer(yes: boolean): void;
}

/** Runs in the page. */
const listen = (): void => {
  const asking = globalThis as unknown as AskingPage;
  const { document } = asking;
  const no = document.getElementById('no');
  no?.addEventListener('click', () => asking.unblankAnswer(false));
  document.getElementById('yes')?.addEventListener('click', () => asking.unblankAnswer(true));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') asking.unblankAnswer(false);
  });
  no?.focus();
};
