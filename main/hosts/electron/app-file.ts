import { CONTENT_SECURITY_POLICY } from '../shared/content-security-policy.ts';
import { isAppUrl } from './app-origin.ts';

/** The built renderer in memory: path with its leading slash -> file. */
export type AppFiles = ReadonlyMap<string, AppFile>;
export interface AppFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is sent for one request of the window. */
export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

// SECURITY: A5. With every answer, refusals too: an error page is a document like any other.
const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};
const NOTHING = new Uint8Array();

/**
 * Answers a request of the window from memory.
 * SECURITY: A4. The path is looked up as it stands, never decoded and never joined to a folder, so
 * there is nothing to climb out of: what is not a key is 404, and so is every other host.
 * @param files the built renderer
 * @param request method and URL as Chromium sent them
 */
export function answerAppRequest(
  files: AppFiles,
  request: { readonly method: string; readonly url: string },
): AppAnswer {
  if (!isAppUrl(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const { pathname } = new URL(request.url);
  const file = files.get(pathname === '/' ? '/index.html' : pathname);
  if (file === undefined) return refuse(404);
  return { status: 200, headers: { ...HEADERS, 'content-type': file.type }, bytes: file.bytes };
}

function refuse(status: number): AppAnswer {
  return { status, headers: { ...HEADERS, 'content-type': 'text/plain' }, bytes: NOTHING };
}
