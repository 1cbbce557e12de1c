import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { validateExternalUrl } from '../../engine/safety/external-url.ts';

/** A program and its arguments, as they are handed to the system: never to a shell. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}
/** Starts a program and settles once it runs; rejects where it does not start. */
export type RunCommand = (command: Command) => Promise<void>;

/**
 * The opener of each system. SECURITY: C3, I3. Absolute paths and an argv array; `start` and
 * PowerShell are shells and are not used. The URL is the last argument and always begins with
 * `http`, so that no opener can read it as a switch.
 */
const OPENERS: Readonly<Record<string, (systemRoot: string) => readonly Command[]>> = {
  darwin: () => [{ program: '/usr/bin/open', args: [] }],
  win32: (systemRoot) => [
    {
      program: path.win32.join(systemRoot, 'System32', 'rundll32.exe'),
      args: ['url.dll,FileProtocolHandler'],
    },
  ],
  linux: () =>
    ['/usr/bin', '/usr/local/bin', '/run/current-system/sw/bin'].map((folder) => ({
      program: `${folder}/xdg-open`,
      args: [],
    })),
};

export interface SystemBrowserOptions {
  readonly platform: NodeJS.Platform;
  readonly systemRoot: string;
  readonly exists: (file: string) => boolean;
  readonly run: RunCommand;
}

const THIS_SYSTEM: SystemBrowserOptions = {
  platform: process.platform,
  systemRoot: process.env.SystemRoot ?? 'C:\\Windows',
  exists: existsSync,
  run: runDetached,
};

/**
 * Opens a page in the system browser: the one place of the hosts without Electron that does (C3).
 * @param url https, or http to this machine; anything else is refused
 * @throws AppError `call-refused` for an address that validateExternalUrl refuses,
 *   `page-not-opened` where the system has no opener or it does not start
 */
export async function openSystemBrowser(
  url: string,
  options: SystemBrowserOptions = THIS_SYSTEM,
): Promise<void> {
  const checked = validateExternalUrl(url);
  if (!checked.ok) throw new AppError('call-refused', { reason: checked.reason });
  const openers = (OPENERS[options.platform] ?? OPENERS.linux)?.(options.systemRoot) ?? [];
  const opener = openers.find((one) => options.exists(one.program));
  if (!opener) throw notOpened(checked.href, 'this system has no program for it');
  try {
    await options.run({ program: opener.program, args: [...opener.args, checked.href] });
  } catch (error) {
    throw notOpened(checked.href, 'the program for it did not start', error);
  }
}

function notOpened(url: string, reason: string, cause?: unknown): AppError {
  return new AppError('page-not-opened', { url, reason }, { cause });
}

/** The opener outlives us where it must: some openers stay until the browser is closed. */
function runDetached({ program, args }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { shell: false, detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
