import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LogScan, LogScanOptions, Logs, ScannedLine } from '../../../engine/ports.ts';

/** A folder for logs; who makes it removes it. */
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
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Scans a log to its end; the lines of each call, and what became of it. */
export async function scanned(
  logs: Logs,
  path: string,
  options: Partial<LogScanOptions> = {},
): Promise<{ readonly parts: readonly (readonly ScannedLine[])[]; readonly end: LogScan }> {
  const parts: (readonly ScannedLine[])[] = [];
  const all = { needles: ['needle'], newestBytes: null, lineLength: 1000, ...options };
  const never = new AbortController().signal;
  const end = await logs.scan(path, all, (lines) => parts.push(lines), never);
  return { parts, end };
}
