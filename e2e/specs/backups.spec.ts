import { writeFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { brokenHomeTest as test } from '../testing/broken-home.ts';

test('G12, G15: one click backs up, and a wiped file comes back byte by byte', async ({
  app,
  home,
  repair,
}) => {
  await repair.openJournal();
  await repair.button('Backups').click();
  await repair.button('Back up now').click();
  await expect(repair.main.getByText(/Backed up and read again: 1 file/)).toBeVisible();

  await writeFile(home.file, '{}');
  await repair.openJournal();
  await repair.button('Backups').click();
  const backup = repair.main.locator('summary');
  await expect(backup).toContainText('asked for, 1 file, 1 differs now');
  await repair.button('Restore all').click();
  await expect(repair.title(/^Restore/)).toBeVisible();
  await repair.button(/^Restore$/).click();
  await app.answer(true);
  await expect(repair.headline).toHaveText('Restored.');
  expect(await home.now()).toBe(home.before);
});
