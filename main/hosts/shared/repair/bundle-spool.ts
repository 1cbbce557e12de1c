import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a bundle lies until it is saved: a folder of its own, 0700, made at the first one and taken
 * away at the end of the program. What lies there is redacted already.
 */
export function bundleSpool(): () => Promise<string> {
  let made: Promise<string> | null = null;
  return async () => join(await (made ??= makeFolder()), 'bundle.zip');
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unblank-bundle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
