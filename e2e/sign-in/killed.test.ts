import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { processesBelow } from '../drivers/process-tree.ts';
import { builtCli } from '../testing/built-cli.ts';

const canRun = process.platform === 'linux' && findBrowser(thisMachine()) !== null;
const SOON = { timeout: 15_000, interval: 50 };

/**
 * Tokens are held in memory here, because there is no terminal (K3), and go with the process; that
 * those in a keychain are cleaned up is tested over a store that stays
 * (main/hosts/shared/sign-in/create-sign-in-ports.test.ts).
 */
test.runIf(canRun)(
  'L5: killed in the middle of a sign-in, it leaves no browser, and the next one takes the rest away',
  { timeout: 60_000 },
  async () => {
    const cli = await builtCli();
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-killed-'));
    const env = { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
    const waiting = await startPatient('sign-in-with-password');
    const healthy = await startPatient('healthy');
    const options = ['--as', 'claude-code', '--headless'];
    const child = spawn(process.execPath, [cli.file, 'trace', waiting.url, ...options], { env });
    const ended = once(child, 'exit');
    try {
      const shown = () => waiting.requests.some(({ url }) => url.includes('/authorize'));
      await expect.poll(shown, SOON).toBe(true);
      const browser = await processesBelow(child.pid ?? 0);
      expect(browser.length).toBeGreaterThan(0);
      const [profile] = await profilesIn(home);
      expect(profile).toBeDefined();
      expect(await locksIn(home)).toHaveLength(1);

      child.kill('SIGKILL');
      await ended;
      await expect.poll(() => running(browser.map(({ pid }) => pid)), SOON).toEqual([]);

      const next = await cli.run(['trace', healthy.url, ...options, '--json'], {
        HOME: home,
        TMPDIR: home,
      });
      expect(next.code).toBe(0);
      expect(await profilesIn(home)).toEqual([]);
      expect(await locksIn(home)).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await Promise.all([waiting.close(), healthy.close(), cli.remove()]);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);

async function profilesIn(home: string): Promise<readonly string[]> {
  return (await readdir(home)).filter((name) => name.startsWith('unblank-sign-in-'));
}

async function locksIn(home: string): Promise<readonly string[]> {
  return readdir(path.join(home, '.local', 'state', 'unblank', 'locks')).catch(() => []);
}

/** A process that has ended and was not collected yet (Z) counts as gone. */
async function running(pids: readonly number[]): Promise<readonly number[]> {
  const states = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z ')),
  );
  return pids.filter((_pid, index) => !/\) Z /.test(states[index] ?? ''));
}
