import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { connectPipe, type Cdp } from './cdp.ts';

export interface Chromium {
  readonly cdp: Cdp;
  /** Loopback port for the test process, which sees the pages through it. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nobody's keyring is asked for a profile that is thrown away.
  '--password-store=basic',
  '--use-mock-keychain',
  // Electron has no pop-up blocker: every window.open reaches setWindowOpenHandler.
  '--disable-popup-blocking',
  '--use-fake-device-for-media-stream',
];

/**
 * Chrome connects ahead to where a page is about to go, before any veto; the part of Chromium that
 * does so (chrome/browser/predictors) is not in Electron.
 */
const PREFERENCES = { net: { network_prediction_options: 2 } };

/**
 * Starts the installed Chromium with a throw-away profile.
 * @param executable path of the browser
 */
export async function startChromium(executable: string): Promise<Chromium> {
  const profile = await mkdtemp(path.join(tmpdir(), 'electron-stand-in-'));
  await mkdir(path.join(profile, 'Default'));
  await writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  // Chromium refuses its sandbox as root, in a container; the host's own sandbox is not proved here.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...SWITCHES, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const port = await readPort(child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const cdp = connectPipe(child.stdio[4] as Readable, child.stdio[3] as Writable);
  return { cdp, port, stop };
}

/** Chromium says on stderr where it listens. */
function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`Chromium ended with ${code}: ${text}`)));
  });
}
