import { expect } from 'playwright/test';
import { brokenHomeTest as test, PLANTED } from '../testing/broken-home.ts';

test('H10, H12: a bundle is read before it is saved, and holds no secret', async ({
  app,
  repair,
  server,
}) => {
  await repair.openJournal();
  await repair.button('Bundle for support').click();
  await expect(repair.section('What is in it')).toBeVisible({ timeout: 15_000 });
  const entries = repair.button(/^Read /);
  const count = await entries.count();
  expect(count).toBeGreaterThan(2);
  for (let at = 0; at < count; at += 1) {
    await entries.nth(at).click();
    await expect(repair.main.getByText('End of this file.')).toBeVisible();
    expect(await app.page.content()).not.toContain(PLANTED.slice(0, 12));
    await entries.nth(at).click();
    await expect(repair.main.getByText('End of this file.')).toBeHidden();
  }
  expect(server.requests).toEqual([]);
});
