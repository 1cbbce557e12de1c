import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp } from '../drivers/driver.ts';
import { developerHome } from '../homes/developer-home.ts';
import { codeLogFolder, home } from '../homes/home.ts';
import { codeLineNow } from '../homes/log-lines.ts';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { TracePage } from '../pages/trace-page.ts';
import { WatchPage } from '../pages/watch-page.ts';
import { withOpenHome } from '../testing/open-home.ts';
import { oneServerTest as traced } from '../testing/one-server.ts';

/** `npm run screenshots` renews the pictures of the docs; every other run leaves them beside its results. */
const RESULTS = path.resolve(import.meta.dirname, '../../test-results/screenshots');
const FOLDER =
  process.env.UNBLANK_SCREENSHOTS === '1'
    ? path.resolve(import.meta.dirname, '../../docs/images')
    : RESULTS;

for (const scheme of ['light', 'dark'] as const)
  test(`the demo's diagnosis, ${scheme}`, async ({}, info) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const app = await launchApp({ home: folder, os: 'linux' });
    await app.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await app.page.setViewportSize({ width: 1280, height: 860 });
    await new OverviewPage(app.page).openDemo();
    const diagnosis = new DiagnosisPage(app.page);
    await expect(diagnosis.station('resource metadata')).toHaveAccessibleName(/broken/);
    const file = path.join(FOLDER, `diagnosis-${scheme}-${info.project.name}.png`);
    await app.page.screenshot({ path: file });
    await app.close();
    await rm(folder, { recursive: true });
  });

/** The screens of this machine: the home of a developer after an evening of trying. */
for (const scheme of ['light', 'dark'] as const)
  test(`this machine, and watching it, ${scheme}`, async ({}, info) => {
    const built = developerHome(home('linux'));
    await withOpenHome(built, async ({ page }, written) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1280, height: 860 });
      const overview = new OverviewPage(page);
      await expect(overview.server('billing')).toContainText('started the sign-in');
      // Paths of the fixture's own folder stand below.
      const shoot = (name: string, height: number) =>
        page.screenshot({
          path: path.join(FOLDER, `${name}-${scheme}-${info.project.name}.png`),
          clip: { x: 0, y: 0, width: 1280, height },
        });
      await shoot('machine', 860);

      const watch = new WatchPage(page);
      await watch.openFor('search');
      await expect(watch.lines.first()).toBeVisible();
      await writeAttempt(path.join(written.home, codeLogFolder('linux', 'search')));
      await expect(watch.called('Failed')).toBeVisible();
      await shoot('watch', 650);
    });
  });

/** What Claude Code writes where no client can register. */
async function writeAttempt(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = [
    codeLineNow('Starting connection with timeout of 30000ms'),
    codeLineNow('Starting SDK auth'),
    codeLineNow(
      'Connection failed: Incompatible auth server: does not support dynamic client registration',
    ),
  ];
  await writeFile(path.join(folder, 'now.jsonl'), `${lines.join('\n')}\n`);
}

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
