import { expect } from 'playwright/test';
import { listeningSockets } from '../drivers/process-tree.ts';
import { TracePage } from '../pages/trace-page.ts';
import { oneServerTest as test } from '../testing/one-server.ts';

const ENDS = { timeout: 25_000 };
/** 127.0.0.1 and ::1, as the kernel writes them. */
const LOOPBACK = /^(0100007F|00000000000000000000000001000000):[0-9A-F]{4}$/;

test('C7: the app listens while it waits for the call back, on this machine only, and neither before nor after', async ({
  app,
}) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  // The server of this test and the host run in one process: what it listens at is known before.
  const listening = async () => (await listeningSockets([process.pid])).toSorted();
  const before = await listening();
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.main.getByRole('radio', { name: 'In your browser' }).check();
  expect(await listening()).toEqual(before);
  await trace.start.click();
  await expect.poll(() => app.opened.length, ENDS).toBe(1);
  const during = (await listening()).filter((one) => !before.includes(one));
  expect(during.length).toBeGreaterThan(0);
  expect(during.filter((one) => !LOOPBACK.test(one))).toEqual([]);
  // What the user's own browser does; the server asks nobody.
  await fetch(app.opened[0] ?? '');
  await trace.ended('Signed in', ENDS);

  expect(await listening()).toEqual(before);
});
