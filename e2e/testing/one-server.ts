import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from 'playwright/test';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { launchApp, type AppUnderTest } from '../drivers/driver.ts';

interface Fixtures {
  /** Which patient is the server `acme`; a spec may choose another with `test.use`. */
  readonly patient: string;
  readonly server: RunningPatient;
  readonly app: AppUnderTest;
}

/** The app on a profile that has one server, `acme`, which runs on this machine. */
export const oneServerTest = base.extend<Fixtures>({
  patient: ['healthy', { option: true }],
  server: async ({ patient }, use) => {
    const server = await startPatient(patient);
    await use(server);
    await server.close();
  },
  app: async ({ server }, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
    const acme = { type: 'http', url: server.url };
    await writeFile(path.join(home, '.claude.json'), JSON.stringify({ mcpServers: { acme } }));
    const app = await launchApp({ home, os: 'linux' });
    await use(app);
    await app.close();
    await rm(home, { recursive: true });
  },
});
