import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp } from '../drivers/driver.ts';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';

/** `npm run screenshots` renews the pictures of the docs; every other run leaves them beside its results. */
const FOLDER = path.resolve(
  import.meta.dirname,
  process.env.UNBLANK_SCREENSHOTS === '1' ? '../../docs/images' : '../../test-results/screenshots',
);

for (const scheme of ['light', 'dark'] as const)
  test(`the demo's diagnosis, ${scheme}`, async ({}, info) => {
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const app = await launchApp({ home, os: 'linux' });
    await app.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await app.page.setViewportSize({ width: 1280, height: 860 });
    await new OverviewPage(app.page).openDemo();
    const diagnosis = new DiagnosisPage(app.page);
    await expect(diagnosis.station('resource metadata')).toHaveAccessibleName(/broken/);
    const file = path.join(FOLDER, `diagnosis-${scheme}-${info.project.name}.png`);
    await app.page.screenshot({ path: file });
    await app.close();
    await rm(home, { recursive: true });
  });
