import { PAGE_HEADERS } from '../shared/page-headers.ts';
import type { RendererFiles } from '../shared/renderer-files.ts';
import { OWN_PAGE } from './own-page.ts';

/** One file of the renderer as it is answered. */
export interface ServedFile {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
/** The files by their exact address. */
export type ServedFiles = ReadonlyMap<string, ServedFile>;

const START_PAGE = 'index.html';

/**
 * Gives each file of the renderer its own address and the headers that go with it.
 * @param files the built renderer, by name
 */
export function serveFiles(files: RendererFiles): ServedFiles {
  const served = [...files].map(([name, { type, bytes }]): [string, ServedFile] => {
    const headers = { ...PAGE_HEADERS, 'content-type': type };
    return [addressOf(name), { status: 200, headers, body: Buffer.from(bytes) }];
  });
  return new Map(served);
}

/** The start page is our page itself and has no second address. */
function addressOf(name: string): string {
  return name === START_PAGE ? OWN_PAGE : `${OWN_PAGE}${name}`;
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
