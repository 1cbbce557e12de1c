import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { launchStandIn, runStandIn } from '../drivers/stand-in-driver.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../electron-stand-in/fixtures');
const OPTIONS = { home: '/', os: 'linux' } as const;

test('everything that is not in the stand-in throws and says its name', async () => {
  const run = await runStandIn(OPTIONS, { main: path.join(FIXTURES, 'refusals.mjs') });
  expect(run.code).toBe(7);
  const attempts = run.log.split('\n').filter((line) => line.startsWith('attempt '));
  expect(attempts).toHaveLength(21);
  expect(attempts.filter((line) => !line.includes(': not in the stand-in: '))).toEqual([]);
  expect(attempts[0]).toBe('attempt a module: not in the stand-in: net.request');
});

for (const [what, code, name] of [
  ['a window that is allowed', "void window.open('about:blank')", 'a window that a page opens'],
  [
    'a download that nobody prevents',
    "Object.assign(document.createElement('a'), { href: 'data:x/y,z', download: 'z' }).click()",
    'a download that is not prevented',
  ],
  ['a WebSocket', "void new WebSocket('ws://127.0.0.1:9999/')", 'a WebSocket to'],
  ['a worker', 'void new Worker("data:text/javascript,")', 'worker data:'],
  ['an odd value', "fixture.invoke('odd').catch(() => {})", 'a value over IPC'],
] as const)
  test(`${what} fails the run, whoever swallows it`, async () => {
    const app = await launchStandIn(OPTIONS, { main: path.join(FIXTURES, 'main.mjs') });
    await app.page.evaluate(code);
    if (what !== 'an odd value')
      await expect.poll(() => app.log()).toContain(`not in the stand-in: ${name}`);
    else {
      const text = await app.page.evaluate("fixture.invoke('odd').catch((e) => e.message)");
      expect(text).toContain(`not in the stand-in: ${name}`);
      await app.close();
      return;
    }
    await expect(app.close()).rejects.toThrow('not in the stand-in');
  });

test('C10: the lock is held before any file work, and a second instance ends without a browser', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
  const app = await launchStandIn(
    { home, os: 'linux' },
    { main: path.join(FIXTURES, '../../../dist/electron/main.js') },
  );
  const started = performance.now();
  expect(await app.launchAgain()).toBe(0);
  expect(performance.now() - started).toBeLessThan(3000);
  await app.close();
  await rm(home, { recursive: true });
});

test('A10: a packaged build refuses to be driven, before it has a window', async () => {
  const main = path.join(FIXTURES, '../../../dist/electron/main.js');
  const run = await runStandIn(OPTIONS, {
    main,
    packaged: true,
    switches: ['--remote-debugging-port=9'],
  });
  expect(run).toEqual({ code: 2, log: 'unblank: --remote-debugging-port is not accepted\n' });
});
