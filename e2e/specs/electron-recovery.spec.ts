import { expect, type CDPSession } from 'playwright/test';
import { ownAppTest as test } from '../drivers/electron-test.ts';

/** Time at which the document began that can call the host; 0 while there is none. */
async function bornAt(session: CDPSession): Promise<number> {
  const expression = "typeof unblank === 'object' ? performance.timeOrigin : 0";
  // What is asked while the process ends is answered with its end.
  const answer = await session.send('Runtime.evaluate', { expression }).catch(() => null);
  return Number(answer?.result.value ?? 0);
}

/** Playwright's page stays crashed; a DevTools session goes on with the page that came back. */
async function crash(session: CDPSession): Promise<void> {
  const crashed = new Promise((resolve) => session.once('Inspector.targetCrashed', resolve));
  await session.send('Inspector.enable');
  session.send('Page.crash').catch(() => {});
  await crashed;
}

test('A12: a page that crashed comes back by itself, and the log says so', async ({ app }) => {
  const session = await app.page.context().newCDPSession(app.page);
  const first = await bornAt(session);
  await crash(session);
  await expect.poll(() => app.log()).toContain('process ended: crashed');
  await expect.poll(() => bornAt(session)).toBeGreaterThan(first);
  expect(app.errorBoxes).toEqual([]);
});

test('A12: a page that crashes again is not restarted for ever; people are told', async ({
  app,
}) => {
  const session = await app.page.context().newCDPSession(app.page);
  const first = await bornAt(session);
  await crash(session);
  await expect.poll(() => bornAt(session)).toBeGreaterThan(first);
  await crash(session);
  expect(await app.ended).toBe(0);
  expect(app.errorBoxes).toEqual([expect.stringMatching(/could not be brought back \(reference/)]);
});

test('L1: closing the window ends the app within three seconds', async ({ app }) => {
  const started = performance.now();
  await app.page.close();
  expect(await app.ended).toBe(0);
  expect(performance.now() - started).toBeLessThan(3500);
});
