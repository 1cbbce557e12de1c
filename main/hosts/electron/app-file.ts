import { PAGE_HEADERS } from '../shared/page-headers.ts';
import type { RendererFiles } from '../shared/renderer-files.ts';
import { isAppUrl } from './app-origin.ts';

/** What is sent for one request of the window. */
export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NOTHING = new Uint8Array();

/**
 * Answers a request of the window from memory.
 * SECURITY: A4. The path is looked up as it stands, never decoded and never joined to a folder, so
 * there is nothing to climb out of: what is not a key is 404, and so is every other host.
 * @param files the built renderer
 * @param request method and URL as Chromium sent them
 */
export function answerAppRequest(
  files: RendererFiles,
  request: { readonly method: string; readonly url: string },
): AppAnswer {
  if (!isAppUrl(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const { pathname } = new URL(request.url);
  const file = files.get(pathname === '/' ? 'index.html' : pathname.slice(1));
  if (file === undefined) return refuse(404);
  return {
    status: 200,
    headers: { ...PAGE_HEADERS, 'content-type': file.type },
    bytes: file.bytes,
  };
}

function refuse(status: number): AppAnswer {
  return { status, headers: { ...PAGE_HEADERS, 'content-type': 'text/plain' }, bytes: NOTHING };
}
