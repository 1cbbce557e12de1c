import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { ComparePage } from '../pages/compare-page.ts';

interface Fixtures {
  readonly server: RunningPatient;
  readonly home: string;
  readonly app: AppUnderTest;
  readonly compare: ComparePage;
}

/** A profile with one server in two places: whole in Claude Code, without a command in Claude Desktop. */
const test = base.extend<Fixtures>({
  server: async ({}, use) => {
    const server = await startPatient('healthy');
    await use(server);
    await server.close();
  },
  home: async ({ server }, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const desktop = path.join(home, '.config', 'Claude');
    await mkdir(desktop, { recursive: true });
    const { url } = server;
    await writeServers(path.join(home, '.claude.json'), { type: 'http', url });
    await writeServers(path.join(desktop, 'claude_desktop_config.json'), { url: `${url}/` });
    await use(home);
    await rm(home, { recursive: true });
  },
  app: async ({ home }, use) => {
    const app = await launchApp({ home, os: 'linux' });
    await use(app);
    await app.close();
  },
  compare: async ({ app }, use) => use(new ComparePage(app.page)),
});

async function writeServers(file: string, acme: object): Promise<void> {
  await writeFile(file, JSON.stringify({ mcpServers: { acme } }));
}

test('E8: the places of a server are compared and nobody is contacted', async ({
  compare,
  server,
}) => {
  await compare.openFor('acme');
  await expect(compare.heading).toBeVisible();
  await expect(compare.places).toHaveCount(2);
  await expect(compare.main.getByText('This explains it')).toBeVisible();
  await expect(compare.places.filter({ hasText: 'blocked' })).toContainText('F111');
  await expect(compare.main.getByText('Probably meant to be the same: a slash')).toBeVisible();
  await expect(compare.differences.locator('mark')).toHaveText('(end)');
  expect(server.requests).toEqual([]);
});

test('after a repair it is compared anew', async ({ compare, home, server }) => {
  await compare.openFor('acme');
  await expect(compare.main.getByText('This explains it')).toBeVisible();
  const file = path.join(home, '.config', 'Claude', 'claude_desktop_config.json');
  const args = ['-y', 'mcp-remote@0.15.1', server.url];
  await writeServers(file, { command: 'npx', args });
  await compare.again.click();
  await expect(compare.main.getByText('This explains it')).toBeHidden();
  await expect(compare.places.filter({ hasText: 'mcp-remote' })).toHaveCount(1);
});

test('keyboard: Escape goes back to the server', async ({ app, compare }) => {
  await compare.openFor('acme');
  await expect(compare.heading).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(compare.main.getByRole('heading', { level: 1, name: 'acme' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing is wider than the window at 720 pixels, ${colorScheme}`, async ({
    app,
    compare,
  }, info) => {
    await compare.openFor('acme');
    await expect(compare.differences).toBeVisible();
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1280, 720]) {
      await app.page.setViewportSize({ width, height: 860 });
      const wide = await app.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      const name = `compare-${colorScheme}-${width}-${info.project.name}.png`;
      await app.page.screenshot({
        path: path.resolve(import.meta.dirname, '../../test-results/screenshots', name),
        fullPage: true,
      });
    }
  });
