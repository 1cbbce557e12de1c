import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { WatchPage } from '../pages/watch-page.ts';

interface Fixtures {
  readonly home: string;
  readonly app: AppUnderTest;
  /** The log that Claude Code writes of `acme`. */
  readonly log: string;
  readonly watch: WatchPage;
}

const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const acme = { type: 'http', url: 'http://127.0.0.1:9/mcp' };
    await writeFile(path.join(home, '.claude.json'), JSON.stringify({ mcpServers: { acme } }));
    await use(home);
    await rm(home, { recursive: true });
  },
  log: async ({ home }, use) => {
    const folder = path.join(home, '.cache', 'claude-cli-nodejs', '-home-ada', 'mcp-logs-acme');
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, '2026-11-23T12-00-00-000Z.jsonl');
    await writeFile(file, line('Connection failed: from an earlier attempt'));
    await use(file);
  },
  app: async ({ home, log }, use) => {
    expect(log).toContain(home);
    const app = await launchApp({ home, os: 'linux' });
    await use(app);
    await app.close();
  },
  watch: async ({ app }, use) => use(new WatchPage(app.page)),
});

/** A line as Claude Code writes it. */
function line(debug: string): string {
  const timestamp = new Date().toISOString();
  return `${JSON.stringify({ debug, timestamp, sessionId: 's1', cwd: '/home/ada' })}\n`;
}
const STARTED = line('Starting connection with timeout of 30000ms');
const BROWSER = 'Redirecting to authorization URL';
const FAILED =
  'Connection failed: Incompatible auth server: does not support dynamic client registration';

test('shows live what Claude Code writes, and at the end the cause and what to do', async ({
  watch,
  log,
}) => {
  await watch.openFor('acme');
  await expect(watch.heading).toHaveText('Watch while you try again in Claude: acme');
  await expect(watch.lines.first()).toContainText('1 log is followed');
  await appendFile(log, STARTED);
  await expect(watch.lines.last()).toContainText('Claude Code, acme: started to connect');
  await appendFile(log, line(BROWSER));
  await expect(watch.lines.last()).toContainText('waits for the sign-in');
  await appendFile(log, line(FAILED));
  await expect(watch.called('Failed')).toBeVisible();
  await expect(watch.main.getByText('No client can register itself')).toBeVisible();
  await expect(watch.list).not.toContainText('an earlier attempt');
  await watch.main.getByRole('button', { name: 'Check this server' }).click();
  await expect(watch.main.getByRole('heading', { level: 1 })).toHaveText('acme');
});

test('a log that appears while one watches is read, and a success is said', async ({
  watch,
  log,
}) => {
  await watch.openFor('acme');
  await expect(watch.lines.first()).toBeVisible();
  const next = path.join(path.dirname(log), '2026-11-24T12-00-00-000Z.jsonl');
  await writeFile(next, STARTED + line('Successfully connected (transport: http) in 71ms'));
  await expect(watch.called('Connected')).toBeVisible();
  await expect(watch.again).toBeVisible();
});

test('Stop ends it and says what was seen', async ({ watch }) => {
  await watch.openFor('acme');
  await expect(watch.lines.first()).toBeVisible();
  await watch.stop.click();
  await expect(watch.called('No attempt ended')).toBeVisible();
});

test('nothing is wider than the window at 720 pixels', async ({ app, watch, log }) => {
  await app.page.setViewportSize({ width: 720, height: 800 });
  await watch.openFor('acme');
  await expect(watch.lines.first()).toBeVisible();
  await appendFile(log, STARTED + line(`Connection failed: ${'long'.repeat(100)}`));
  await expect(watch.called('Failed')).toBeVisible();
  const wide = await app.page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].map(
      (one) => one.scrollWidth - one.clientWidth,
    ),
  );
  expect(wide).toEqual([0, 0]);
});
