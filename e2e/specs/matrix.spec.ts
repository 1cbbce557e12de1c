import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { MatrixPage } from '../pages/matrix-page.ts';

/** Three servers of one machine: one works, one sends Claude to the wrong document, one is off. */
const test = base.extend<{ app: AppUnderTest; matrix: MatrixPage }>({
  app: async ({}, use) => {
    const [good, wrong] = [
      await startPatient('healthy'),
      await startPatient('challenge-names-server-document'),
    ];
    const off = await startPatient('healthy');
    await off.close();
    const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const entry = ({ url }: { readonly url: string }) => ({ type: 'http', url });
    const mcpServers = { calm: entry(good), wrong: entry(wrong), gone: entry(off) };
    await writeFile(path.join(folder, '.claude.json'), JSON.stringify({ mcpServers }));
    const app = await launchApp({ home: folder, os: 'linux' });
    await use(app);
    await app.close();
    await Promise.all([good.close(), wrong.close()]);
    await rm(folder, { recursive: true });
  },
  matrix: async ({ app }, use) => use(new MatrixPage(app.page)),
});

test('E8: “let Unblank find it” asks nobody before the button, then names the first to fix', async ({
  app,
  matrix,
}) => {
  await matrix.open();
  await expect(matrix.main.getByText(/^A check contacts 127\.0\.0\.1/)).toBeVisible();
  await expect(matrix.row('calm')).toContainText('not checked');
  await matrix.button('Check all').click();
  await expect(matrix.main.getByText('All 3 servers are checked.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(matrix.headline()).toHaveText('Your server sends Claude to the wrong document');
  await expect(
    matrix.row('calm').getByRole('button', { name: 'Claude Code: works' }),
  ).toBeVisible();
  await expect(
    matrix.row('gone').getByRole('button', { name: 'Claude Code: blocked' }),
  ).toBeVisible();
  await matrix.row('gone').getByRole('button', { name: 'mcp-remote: blocked' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'gone' })).toBeVisible();
  await expect(app.page.getByRole('radio', { checked: true })).toHaveAccessibleName(/^mcp-remote/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing is wider than the window at 720 pixels, ${colorScheme}`, async ({
    app,
    matrix,
  }, info) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await matrix.open();
    await matrix.button('Check all').click();
    await expect(matrix.button('Check all again')).toBeVisible({ timeout: 20_000 });
    for (const width of [1280, 720]) {
      await app.page.setViewportSize({ width, height: 860 });
      expect(await matrix.widerThanWindow()).toBe(0);
      const name = `matrix-${colorScheme}-${width}-${info.project.name}.png`;
      await app.page.screenshot({ path: `test-results/screenshots/${name}` });
    }
  });
