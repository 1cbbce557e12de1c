import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppFile, AppFiles } from './app-file.ts';

/** What a window may be made of; a file of another kind in the folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Reads the built renderer into memory, so that no request ever touches the disk (safety A4).
 * @param folder the folder of the build, flat
 * @returns path as requested -> file
 * @throws what the file system throws: without its renderer the app cannot start
 */
export async function readRendererFiles(folder: string): Promise<AppFiles> {
  const names = (await readdir(folder)).filter((name) => path.extname(name) in TYPES);
  const read = async (name: string): Promise<[string, AppFile]> => {
    const bytes = new Uint8Array(await readFile(path.join(folder, name)));
    return [`/${name}`, { type: TYPES[path.extname(name)] ?? 'text/plain', bytes }];
  };
  return new Map(await Promise.all(names.map(read)));
}
