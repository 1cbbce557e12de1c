import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { AppError } from '../../../contract/errors.ts';
import { connectPipe } from './cdp-pipe.ts';
import type { CdpPort } from './cdp-port.ts';
import { withinTime } from '../within-time.ts';

export interface BrowserStart {
  /** Absolute path of the program, from findBrowser (safety I3). */
  readonly program: string;
  /** Folder of a fresh profile. */
  readonly profile: string;
  readonly headless: boolean;
  /** False only where the browser cannot start inside its sandbox (root on Linux). */
  readonly sandbox: boolean;
  /** `--host-resolver-rules`, or '' for none. */
  readonly resolverRules: string;
}

/** A running browser of our own. */
export interface RunningBrowser {
  readonly cdp: CdpPort;
  /** Settles once the process is gone. */
  readonly ended: Promise<void>;
  /** Ends it: asked first, killed after a moment. */
  stop(): Promise<void>;
}

const SWITCHES = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  // An error page stays what it is; trying again by itself would be a visit of nobody.
  '--disable-auto-reload',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--dns-prefetch-disable',
  // Nobody's keyring is asked for a profile that is thrown away.
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=900,760',
];
const STOP_MS = 1500;

/**
 * The switches of the browser.
 * @param start what is special to this one
 */
export function switchesOf(start: BrowserStart): readonly string[] {
  const { headless, sandbox, resolverRules, profile } = start;
  return [
    ...SWITCHES,
    `--user-data-dir=${profile}`,
    ...(headless ? ['--headless=new'] : []),
    ...(sandbox ? [] : ['--no-sandbox']),
    ...(resolverRules === '' ? [] : [`--host-resolver-rules=${resolverRules}`]),
  ];
}

/**
 * Starts an installed browser that is spoken to through a pipe. SECURITY: I3. An absolute path, a
 * list of arguments, no shell; nothing in it comes from a server or a configuration.
 * @param start program and switches
 * @throws AppError window-failed where it does not start or does not answer
 */
export async function startBrowser(start: BrowserStart): Promise<RunningBrowser> {
  const child = spawn(start.program, switchesOf(start), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const pipe = connectPipe(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const ended = endOf(child).then(pipe.end);
  const stop = () => stopBrowser(child, pipe, ended);
  try {
    await pipe.send('Browser.getVersion');
    return { cdp: pipe, ended, stop };
  } catch (error) {
    await stop();
    throw new AppError('window-failed', { reason: 'the browser did not start' }, { cause: error });
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

async function stopBrowser(
  child: ChildProcess,
  pipe: CdpPort,
  ended: Promise<void>,
): Promise<void> {
  pipe.send('Browser.close').catch(() => undefined);
  await withinTime(ended, STOP_MS);
  child.kill('SIGKILL');
  await withinTime(ended, STOP_MS);
}
