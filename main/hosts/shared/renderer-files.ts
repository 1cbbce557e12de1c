import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the built renderer. */
export interface RendererFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
/** The built renderer in memory, by file name. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

/** What a window may be made of; a file of another kind in the folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Reads the built renderer into memory. SECURITY: A4. What is not in the map does not exist: no
 * path of a request ever reaches the disk.
 * @param folder the folder of the build, flat
 * @throws what the file system throws: without its renderer the app cannot start
 */
export async function readRendererFiles(folder: string): Promise<RendererFiles> {
  const names = (await readdir(folder)).filter((name) => path.extname(name) in TYPES);
  const read = async (name: string): Promise<[string, RendererFile]> => {
    const bytes = new Uint8Array(await readFile(path.join(folder, name)));
    return [name, { type: TYPES[path.extname(name)] ?? 'text/plain', bytes }];
  };
  return new Map(await Promise.all(names.map(read)));
}
