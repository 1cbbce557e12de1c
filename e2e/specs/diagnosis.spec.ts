import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';

interface Fixtures {
  /** The server that the profile's configuration names. */
  readonly configured: RunningPatient;
  readonly app: AppUnderTest;
  readonly overview: OverviewPage;
  readonly diagnosis: DiagnosisPage;
}

/** A profile with one broken file and one server that nobody may contact by itself. */
async function makeHome(url: string): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
  const desktop = path.join(home, '.config', 'Claude');
  await mkdir(desktop, { recursive: true });
  await writeFile(
    path.join(desktop, 'claude_desktop_config.json'),
    '{ "mcpServers": { "a": 1, } }',
  );
  const acme = { type: 'http', url };
  await writeFile(path.join(home, '.claude.json'), JSON.stringify({ mcpServers: { acme } }));
  return home;
}

const test = base.extend<Fixtures>({
  configured: async ({}, use) => {
    const patient = await startPatient('healthy');
    await use(patient);
    await patient.close();
  },
  app: async ({ configured }, use) => {
    const home = await makeHome(configured.url);
    const app = await launchApp({ home, os: 'linux' });
    await use(app);
    await app.close();
    await rm(home, { recursive: true });
  },
  overview: async ({ app }, use) => use(new OverviewPage(app.page)),
  diagnosis: async ({ app }, use) => use(new DiagnosisPage(app.page)),
});

test('the first start shows what it found and asks nothing', async ({ overview }) => {
  await expect(overview.heading).toBeVisible();
  await expect(overview.finding('The configuration file is not valid JSON')).toBeVisible();
  await expect(overview.rail.getByRole('button', { name: /^acme/ })).toBeVisible();
});

test('E8: opening the window contacts nobody; choosing a server and checking it does', async ({
  overview,
  diagnosis,
  configured,
}) => {
  await expect(overview.rail.getByRole('button', { name: /^acme/ })).toBeVisible();
  expect(configured.requests).toEqual([]);
  await overview.rail.getByRole('button', { name: /^acme/ }).click();
  await diagnosis.main
    .getByRole('button', { name: /^Check/ })
    .first()
    .click();
  await expect(diagnosis.client('Claude Code works')).toBeVisible();
  expect(configured.requests.length).toBeGreaterThan(0);
});

test('nothing is wider than the window at 720 pixels', async ({ app, overview, diagnosis }) => {
  await app.page.setViewportSize({ width: 720, height: 800 });
  await app.page.getByRole('button', { name: 'Try it on a broken server' }).first().click();
  await expect(diagnosis.clients).toBeVisible();
  const wide = await app.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
  await expect(overview.rail).toBeHidden();
});

test('the demo names the broken step, and each client has its own way', async ({
  overview,
  diagnosis,
}) => {
  await overview.openDemo();
  await expect(diagnosis.first('Your server sends Claude to the wrong document.')).toBeVisible();
  await expect(diagnosis.client('Claude Desktop, claude.ai blocked')).toBeChecked();
  await expect(diagnosis.station('resource metadata')).toHaveAccessibleName(/broken/);
  await diagnosis.choose('Claude Code');
  await expect(diagnosis.client('Claude Code works')).toBeChecked();
  await expect(diagnosis.station('resource metadata')).toHaveAccessibleName(/passed/);
});

test('E9: a check of a typed address sends first requests without a token, and nothing else', async ({
  overview,
  diagnosis,
}) => {
  const patient = await startPatient('healthy');
  await overview.check(patient.url);
  await expect(diagnosis.client('Claude Code works')).toBeVisible();
  const sent = new Set(
    patient.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  );
  await patient.close();
  const posts = [...sent].filter((one) => one.startsWith('POST'));
  expect(posts.toSorted()).toEqual(['POST /mcp', 'POST /mcp/', 'POST /revoke', 'POST /token']);
  expect([...sent].filter((one) => /register|authorize/.test(one))).toEqual([]);
});

test('E9: registering waits for a click that names the host, and what it left is said', async ({
  overview,
  diagnosis,
}) => {
  const patient = await startPatient('registration-cannot-be-deleted');
  await overview.check(patient.url);
  await expect(diagnosis.main.getByText(/Unblank registers at 127\.0\.0\.1/)).toBeVisible();
  const registered = () => patient.requests.filter(({ url }) => url.includes('/register')).length;
  expect(registered()).toBe(0);
  await diagnosis.main.getByRole('button', { name: 'Register and check again' }).click();
  const left = diagnosis.main.getByRole('region', { name: 'What the registration left behind' });
  await expect(left.getByText(/registered as Claude Code/).first()).toBeVisible();
  expect(registered()).toBeGreaterThan(3);
  await patient.close();
});

test('an address that is none is answered with a sentence, and nothing is sent', async ({
  overview,
}) => {
  await overview.check('mcp.example.com/mcp');
  await expect(overview.alerts).toContainText('Did you mean https://mcp.example.com/mcp?');
});

test('a server that never answers can be stopped, and what was seen is still shown', async ({
  overview,
  diagnosis,
}) => {
  const patient = await startPatient('network-hangs');
  await overview.check(patient.url);
  await diagnosis.stop.click();
  await expect(diagnosis.checkAgain).toBeEnabled();
  await expect(diagnosis.main.getByText(/The run was stopped;/)).toBeVisible();
  await patient.close();
});

test('A6: what a server says is text, whatever it looks like', async ({
  app,
  overview,
  diagnosis,
}) => {
  const patient = await startPatient('hostile-text');
  await overview.check(patient.url);
  await expect(diagnosis.clients).toBeVisible();
  await expect(diagnosis.main).toContainText('<img src=x');
  const planted = app.page.locator(
    'img, script[data-planted], iframe, [onerror], a[href^="javascript:"]',
  );
  await expect(planted).toHaveCount(0);
  await patient.close();
});

test('keyboard: / goes to the address, arrows change the client, Escape goes back', async ({
  app,
  overview,
  diagnosis,
}) => {
  await expect(overview.heading).toBeVisible();
  await app.page.keyboard.press('/');
  await expect(overview.address).toBeFocused();
  await overview.openDemo();
  await diagnosis.client('Claude Desktop, claude.ai blocked').focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(diagnosis.client('Claude Desktop (third-party mode) works')).toBeChecked();
  await app.page.keyboard.press('Escape');
  await expect(overview.heading).toBeVisible();
});

test('C3, B7: a source opens by id in the system browser, and only one of ours', async ({
  app,
  overview,
  diagnosis,
}) => {
  await overview.openDemo();
  await diagnosis.main.getByRole('button', { name: /F23/ }).first().click();
  const source = 'https://github.com/anthropics/claude-code/issues/11814';
  await app.page.getByRole('button', { name: source }).click();
  await expect.poll(() => app.opened).toEqual([source]);
});
