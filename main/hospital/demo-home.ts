import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoFiles, type DemoFile } from './demo-files.ts';
import { demoSystem, type DemoSystem } from './demo-layout.ts';

export interface DemoHomeOptions {
  /** The MCP URL that the configurations name. */
  readonly url: string;
  /** Layout; that of the running system where none is given. */
  readonly os?: DemoSystem;
  /** The time that the logs lead up to; now where none is given. */
  readonly now?: Date;
}

export interface DemoHome {
  readonly home: string;
  readonly os: DemoSystem;
  /** Takes the whole home away. Calling it twice is allowed. */
  remove(): Promise<void>;
}

/**
 * Writes a throw-away home into the folder for temporary files, with the configurations and logs of
 * someone whose sign-in ends on a blank tab. Nothing in it is real or secret.
 * @throws what the file system throws; nothing is left behind then
 */
export async function createDemoHome(options: DemoHomeOptions): Promise<DemoHome> {
  const os = options.os ?? demoSystem(process.platform);
  const home = await mkdtemp(path.join(await realpath(tmpdir()), 'unblank-demo-'));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    const files = demoFiles({ url: options.url, os, now: options.now ?? new Date() });
    for (const file of files) await write(home, file);
  } catch (error) {
    await remove();
    throw error;
  }
  return { home, os, remove };
}

/** For the owner only, as the clients write their own files. */
async function write(home: string, file: DemoFile): Promise<void> {
  const target = path.join(home, ...file.path.split('/'));
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, file.text, { mode: 0o600, flag: 'wx' });
}
