import { appendFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LogScan, LogScanOptions, Logs, ScannedLine } from '../../../engine/ports.ts';
import { nodeFileSystem, type FileSystem } from '../../file-system.ts';
import { createDeferred } from '../../testing/deferred.ts';

/** A folder for logs that is removed after the tests. */
export async function createLogFolder() {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'unblank-logs-')));
  return {
    root,
    at: (...names: string[]) => join(root, ...names),
    async put(name: string, content: string | Uint8Array): Promise<string> {
      const path = join(root, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    },
    remove: () => rm(root, { recursive: true }),
  };
}
