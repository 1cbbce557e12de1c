import { expect } from 'playwright/test';
import { brokenHomeTest as test } from '../testing/broken-home.ts';

test('A12, G18: a page that crashes under the question changes nothing by half', async ({
  app,
  home,
  repair,
}) => {
  await repair.openFixOf('acme');
  await repair.apply.click();
  await expect.poll(() => app.asked.length).toBe(1);
  const session = await app.page.context().newCDPSession(app.page);
  const crashed = new Promise((resolve) => session.once('Inspector.targetCrashed', resolve));
  await session.send('Inspector.enable');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await app.answer(true);
  await expect.poll(home.now).toContain('"type": "http"');
  const { mcpServers } = JSON.parse(await home.now()) as Servers;
  expect(Object.keys(mcpServers)).toEqual(['acme', 'other']);
});

interface Servers {
  readonly mcpServers: Readonly<Record<string, object>>;
}
