import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from 'playwright/test';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { RepairPage } from '../pages/repair-page.ts';

/** Planted in the file that is repaired; it must be in no window, diff, journal or bundle. */
export const PLANTED = 'planted-Zx81-0f3c9a7b5d2e4f6a';

export interface BrokenHome {
  readonly folder: string;
  readonly file: string;
  /** The bytes of the file as they were before anything was done. */
  readonly before: string;
  readonly now: () => Promise<string>;
}

interface Fixtures {
  readonly server: RunningPatient;
  readonly home: BrokenHome;
  readonly app: AppUnderTest;
  readonly repair: RepairPage;
}

/** A profile whose one server, `acme`, works, and whose entry lacks its type (F112). */
export const brokenHomeTest = base.extend<Fixtures>({
  server: async ({}, use) => {
    const server = await startPatient('healthy');
    await use(server);
    await server.close();
  },
  home: async ({ server }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const file = path.join(folder, '.claude.json');
    const before = textWith(server.url);
    await writeFile(file, before, { mode: 0o600 });
    await use({ folder, file, before, now: () => readFile(file, 'utf8') });
    await rm(folder, { recursive: true });
  },
  app: async ({ home }, use) => {
    const app = await launchApp({ home: home.folder, os: 'linux' });
    await use(app);
    await app.close();
  },
  repair: async ({ app }, use) => use(new RepairPage(app.page)),
});

/** With tabs and a key of its own, as only a person writes it. */
function textWith(url: string): string {
  const other = { type: 'http', url: 'https://other.example/mcp', headers: { 'X-Key': PLANTED } };
  const servers = { acme: { url }, other };
  return `${JSON.stringify({ numStartups: 7, mcpServers: servers }, null, '\t')}\n`;
}
