import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../shared/content-security-policy.ts';
import { OWN_PAGE } from './own-page.ts';

/** One file of the renderer as it is answered. */
export interface ServedFile {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
/** The files by their exact address. */
export type ServedFiles = ReadonlyMap<string, ServedFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const START_PAGE = 'index.html';

/**
 * Reads the built renderer into memory. SECURITY: A4. What is not in the map does not exist: no path
 * of a request ever reaches the disk.
 * @param folder `dist/renderer`
 * @throws the error of Node's fs where the renderer was not built
 */
export async function readServedFiles(folder: string): Promise<ServedFiles> {
  const names = (await readdir(folder)).filter((name) => path.extname(name) in CONTENT_TYPES);
  const files = names.map(async (name): Promise<[string, ServedFile]> => {
    const body = await readFile(path.join(folder, name));
    return [addressOf(name), { status: 200, headers: headersOf(name), body }];
  });
  return new Map(await Promise.all(files));
}

/** The start page is our page itself and has no second address. */
function addressOf(name: string): string {
  return name === START_PAGE ? OWN_PAGE : `${OWN_PAGE}${name}`;
}

function headersOf(name: string): Readonly<Record<string, string>> {
  return {
    'content-type': CONTENT_TYPES[path.extname(name)] ?? 'application/octet-stream',
    // SECURITY: A5. By header, on every file.
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

export interface PageRequest {
  readonly method: string;
  readonly url: string;
  /** True where the answer would become a document, in the window or in a frame. */
  readonly document: boolean;
  /** True for a request of the window itself, false for one of a frame inside it. */
  readonly top: boolean;
}

/**
 * Decides what a request of the page gets. SECURITY: A8, C1. Exact addresses of our own files by
 * GET; a document only as our page in the window. Everything else gets nothing.
 * @returns the file, or null for a request that must be aborted
 */
export function answerTo(files: ServedFiles, request: PageRequest): ServedFile | null {
  const address = request.url.replace(/#.*$/s, '');
  if (request.method !== 'GET') return null;
  if (request.document && (!request.top || address !== OWN_PAGE)) return null;
  if (!request.document && address === OWN_PAGE) return null;
  return files.get(address) ?? null;
}
