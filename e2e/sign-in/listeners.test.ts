import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { listeningSockets } from '../drivers/process-tree.ts';
import { builtCli } from '../testing/built-cli.ts';

const isLinux = process.platform === 'linux';
/** 127.0.0.1 and ::1, as the kernel writes them. */
const LOOPBACK = /^(0100007F|00000000000000000000000001000000):[0-9A-F]{4}$/;

let cli: Awaited<ReturnType<typeof builtCli>>;
let home: string;
beforeAll(async () => {
  cli = await builtCli();
  home = await mkdtemp(path.join(tmpdir(), 'unblank-listeners-'));
}, 30_000);
afterAll(async () => {
  await cli.remove();
  await rm(home, { recursive: true });
});

test.runIf(isLinux)(
  'C7: the command line listens while it waits for the call back, on this machine only, and neither before nor after',
  { timeout: 30_000 },
  async () => {
    const server = await startPatient('healthy');
    const args = ['trace', server.url, '--as', 'claude-code', '--browser', 'none', '--json'];
    const env = { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
    const child = spawn(process.execPath, [cli.file, ...args], { env });
    const closed = once(child, 'close');
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.resume();
    const listening = () => listeningSockets([child.pid ?? 0]);
    try {
      const seen: number[] = [];
      // The server has been asked, and no page was opened yet.
      await expect
        .poll(() => server.requests.length, { timeout: 10_000, interval: 5 })
        .toBeGreaterThan(0);
      if (!said.includes('http')) seen.push((await listening()).length);
      await expect.poll(() => addressIn(said), { timeout: 15_000 }).not.toBeNull();
      const during = await listening();
      expect(during.length).toBeGreaterThan(0);
      expect(during.filter((one) => !LOOPBACK.test(one))).toEqual([]);
      const tokens = () => server.requests.filter(({ url }) => url.includes('/token')).length;
      await fetch(addressIn(said) ?? '');
      await expect.poll(tokens, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
      expect(child.exitCode).toBeNull();
      await expect.poll(listening, { timeout: 2_000, interval: 5 }).toEqual([]);
      expect(seen.every((count) => count === 0)).toBe(true);
      const [code] = (await closed) as [number | null];
      expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
    } finally {
      child.kill('SIGKILL');
      await server.close();
    }
  },
);

function addressIn(text: string): string | null {
  return /https?:\/\/\S+\/authorize\?\S+/.exec(text)?.[0] ?? null;
}
