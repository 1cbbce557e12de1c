import { expect, test as base } from 'playwright/test';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import type { AppUnderTest } from '../drivers/driver.ts';
import { developerHome, tenServersHome } from '../homes/developer-home.ts';
import { home } from '../homes/home.ts';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { withOpenHome } from '../testing/open-home.ts';

interface Fixtures {
  /** The server whose log holds a login loop; the only one of the home that runs. */
  readonly server: RunningPatient;
  readonly app: AppUnderTest;
  readonly overview: OverviewPage;
}

const test = base.extend<Fixtures>({
  server: async ({}, use) => {
    const server = await startPatient('healthy');
    await use(server);
    await server.close();
  },
  app: async ({ server }, use) =>
    withOpenHome(developerHome(home('linux'), server.url), (app) => use(app)),
  overview: async ({ app }, use) => use(new OverviewPage(app.page)),
});

test('E8: the first screen says how each server stands, worst first, and asks none of them', async ({
  overview,
  server,
}) => {
  await expect(overview.servers.getByRole('listitem').locator('.row-name')).toHaveText([
    'docs',
    'billing',
    'acme',
    'search',
    'tickets',
    'metrics',
  ]);
  await expect(overview.server('docs')).toContainText('to fix');
  await expect(overview.server('billing')).toContainText(
    'Claude Code has started the sign-in 4 times',
  );
  await expect(overview.server('acme')).toContainText('A lock of mcp-remote');
  await expect(overview.server('search')).toContainText('passes “search” over');
  await expect(overview.server('metrics')).toContainText('Claude Code connected');
  expect(server.requests).toEqual([]);
});

test('the first thing to fix is seen without scrolling, wide and narrow', async ({
  app,
  overview,
}) => {
  for (const [width, height] of [
    [1280, 800],
    [720, 700],
  ] as const) {
    await app.page.setViewportSize({ width, height });
    await expect(overview.finding('Claude Desktop skips the entry “docs”')).toBeInViewport({
      ratio: 1,
    });
    await expect(overview.server('billing')).toBeInViewport();
    const wide = await app.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main')].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    );
    expect(wide).toEqual([0, 0]);
  }
});

test('logs are listed with what they came to, times short', async ({ overview }) => {
  const logs = overview.section('Logs');
  await expect(logs.getByRole('listitem')).toHaveCount(5);
  await expect(logs).toContainText(
    /4 attempts; the newest asked for a sign-in at [-\d]+ [:\d]+ UTC/,
  );
});

test('a story stands before the check, and with its lines and what is kept after it', async ({
  app,
  overview,
}) => {
  const diagnosis = new DiagnosisPage(app.page);
  await overview
    .server('billing')
    .getByRole('button', { name: /^billing/ })
    .click();
  await expect(diagnosis.main).toContainText('Claude Code has started the sign-in 4 times');
  await diagnosis.main.getByRole('button', { name: 'Check this server' }).click();
  await expect(diagnosis.checkAgain).toBeVisible();
  const stories = diagnosis.section('What the logs tell');
  await expect(stories).toContainText('each time the server wants a new one');
  await expect(stories.getByRole('listitem').last()).toContainText(
    'Authentication required for HTTP server',
  );
  await expect(diagnosis.section('What clients keep about it')).toContainText('Claude Code noted');
});

test('keyboard: the arrows go along the servers, and Enter opens one', async ({
  app,
  overview,
}) => {
  await overview.server('docs').getByRole('button', { name: /^docs/ }).focus();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  const { main } = new DiagnosisPage(app.page);
  await expect(main.getByRole('heading', { level: 1, name: 'billing' })).toBeVisible();
});

base('ten servers that nothing is wrong with are ten lines and no finding', async () => {
  await withOpenHome(tenServersHome(home('linux')), async ({ page }) => {
    const overview = new OverviewPage(page);
    await expect(overview.servers.getByRole('listitem')).toHaveCount(10);
    await expect(overview.section('What to look at first')).toHaveCount(0);
    await expect(overview.server('service-10')).toContainText('Nothing wrong in its configuration');
  });
});
