import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

/** What a second instance tells the first (api/app, second-instance). */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

export interface InstanceLock {
  /** True for the first instance; a second one tells the first that it was started. */
  readonly request: (onSecond: (second: SecondInstance) => void) => boolean;
  /** Waits until the first instance was told; gives the lock back. */
  readonly release: () => Promise<void>;
}

/**
 * The lock of the user data folder: two instances that share it are the same app (api/app,
 * requestSingleInstanceLock; getPath, userData: the app's name in XDG_CONFIG_HOME or ~/.config).
 * @param name the app's name
 */
export function createInstanceLock(name: string): InstanceLock {
  const config = process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config');
  const folder = path.join(config, name);
  const file = path.join(folder, 'SingletonLock');
  const socket = path.join(folder, 'SingletonSocket');
  let server: Server | null = null;
  let told: Promise<void> = Promise.resolve();

  const take = (): boolean => {
    try {
      const lock = openSync(file, 'wx');
      writeSync(lock, String(process.pid));
      closeSync(lock);
      return true;
    } catch {
      if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
      // Its owner ended without giving it back.
      rmSync(file, { force: true });
      rmSync(socket, { force: true });
      return take();
    }
  };
  const tellFirst = () =>
    new Promise<void>((resolve) => {
      const second: SecondInstance = { argv: process.argv, workingDirectory: process.cwd() };
      connect(socket)
        .on('error', () => resolve())
        .on('close', () => resolve())
        .end(JSON.stringify(second));
    });
  return {
    request: (onSecond) => {
      mkdirSync(folder, { recursive: true });
      if (!take()) {
        told = tellFirst();
        return false;
      }
      server = createServer((connection) => {
        let text = '';
        connection.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        connection.on('end', () => onSecond(JSON.parse(text) as SecondInstance));
      }).listen(socket);
      return true;
    },
    release: async () => {
      await told;
      if (server === null) return;
      server.close();
      rmSync(file, { force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
