import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp } from '../drivers/driver.ts';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { TracePage } from '../pages/trace-page.ts';
import { oneServerTest as traced } from '../testing/one-server.ts';

/** `npm run screenshots` renews the pictures of the docs; every other run leaves them beside its results. */
const RESULTS = path.resolve(import.meta.dirname, '../../test-results/screenshots');
const FOLDER =
  process.env.UNBLANK_SCREENSHOTS === '1'
    ? path.resolve(import.meta.dirname, '../../docs/images')
    : RESULTS;

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

/** Traces whose pictures are looked at: the server, whose sign-in, and what it is called. */
const TRACED = [
  ['healthy', 'Claude Code', 'Signed in'],
  ['sign-in-empty-body', 'Claude Code', 'Blank page'],
  ['sign-in-page-loop', 'Claude Code', 'Sign-in loop'],
  ['demo', null, 'No sign-in page'],
] as const;
const SIZES = [
  [1280, 860],
  [720, 800],
] as const;

for (const [patient, as, called] of TRACED)
  test.describe(`the trace of ${patient}`, () => {
    traced.use({ patient: patient === 'demo' ? 'healthy' : patient });
    traced('in light and dark, wide and narrow', async ({ app }, info) => {
      const { page } = app;
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const trace = new TracePage(page);
      if (as === null) {
        await new OverviewPage(page).openDemo();
        await trace.main.getByRole('button', { name: 'Trace sign-in' }).click();
      } else {
        await trace.openFor('acme');
        await trace.as(as);
      }
      await trace.start.click();
      await trace.ended(called, { timeout: 25_000 });

      for (const colorScheme of ['light', 'dark'] as const)
        for (const [width, height] of SIZES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height });
          const name = `trace-${patient}-${colorScheme}-${width}-${info.project.name}.png`;
          const isShown = patient === 'demo' && width === 1280;
          await page.screenshot({ path: path.join(isShown ? FOLDER : RESULTS, name) });
        }
    });
  });
