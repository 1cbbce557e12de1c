import { isUrl } from '../../contract/is-url.ts';
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import { CONTENT_SECURITY_POLICY } from '../shared/content-security-policy.ts';
import { OWN_ORIGIN, OWN_PAGE } from './own-page.ts';
import { answerTo, type PageRequest, type ServedFiles } from './served-files.ts';

/** Something the page tried and did not get. */
export interface Refusal {
  readonly kind: 'request' | 'navigation' | 'window' | 'download' | 'call';
  /** What it was about: an address without its query. */
  readonly what: string;
}
export type Refuse = (refusal: Refusal) => void;

/**
 * Puts the guard around a window before it shows anything: own files from memory, nothing else from
 * anywhere, no way out. Deny by default, each refusal told.
 * @param context the browser's only context
 * @param page our window
 * @param files the renderer, once it is read
 * @param refuse hears of every refusal
 */
export async function guardWindow(
  context: BrowserContext,
  page: Page,
  files: ServedFiles,
  refuse: Refuse,
): Promise<void> {
  // SECURITY: A8, C1. Every request of every page; a redirect cannot happen, since nothing is fetched.
  await context.route('**/*', (route) => answerRoute(route, page, files, refuse));
  // SECURITY: C2. No second window lives.
  context.on('page', (other) => {
    refuse({ kind: 'window', what: withoutQuery(other.url()) });
    void other.close().catch(ignoreClosed);
  });
  page.on('download', (download) => {
    refuse({ kind: 'download', what: withoutQuery(download.url()) });
    void download.cancel().catch(ignoreClosed);
  });
}

async function answerRoute(
  route: Route,
  page: Page,
  files: ServedFiles,
  refuse: Refuse,
): Promise<void> {
  const request = route.request();
  const frame = frameOf(request);
  // A window whose first request is aborted never shows itself to us and would stay open, blank.
  if (frame?.page() !== page) return route.fulfill(NOTHING).catch(ignoreClosed);
  const asked = describe(request, frame === page.mainFrame());
  const file = answerTo(files, asked);
  if (file !== null) return route.fulfill({ ...file }).catch(ignoreClosed);
  refuse({ kind: asked.document ? 'navigation' : 'request', what: withoutQuery(asked.url) });
  // As if the user had stopped it: the window stays on the page that it shows.
  await route.abort('aborted').catch(ignoreClosed);
}

/** What another window gets in the moment before it is closed. */
const NOTHING = {
  status: 200,
  contentType: 'text/html',
  headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
  body: '',
};

function describe(request: Request, top: boolean): PageRequest {
  const document = request.isNavigationRequest();
  return { method: request.method(), url: request.url(), document, top };
}

/** A window that is just being opened has a request before it has a frame. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/**
 * Addresses that are no request (about:blank, blob:, an error page) pass no route. SECURITY: C1. A
 * window that shows one is brought back; until then isOwnSender refuses its calls.
 * @param page our window, once it shows our page
 * @param refuse hears of every refusal
 */
export function bringBack(page: Page, refuse: Refuse): void {
  page.on('framenavigated', (frame) => {
    const url = frame.url();
    if (frame !== page.mainFrame() || (isUrl(url) && new URL(url).origin === OWN_ORIGIN)) return;
    refuse({ kind: 'navigation', what: withoutQuery(url) });
    void page.goto(OWN_PAGE).catch(ignoreClosed);
  });
}

/** What a query holds is nobody's business in a log (safety D16). */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').slice(0, 200);
}

/** A page that closes under our hands refuses by being gone. */
function ignoreClosed(): void {
  return undefined;
}
