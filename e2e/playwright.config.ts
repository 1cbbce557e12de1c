import { defineConfig } from 'playwright/test';

/**
 * The end-to-end tests: the built app, from outside. A project is a host; specs named for a host run
 * in that one only, all others in each. `E2E_HOSTS=browser` runs one of them.
 */
const HOSTS = ['browser', 'electron'];
const chosen = process.env.E2E_HOSTS?.split(',') ?? HOSTS;

const config = defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  globalSetup: './build-first.ts',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: HOSTS.filter((name) => chosen.includes(name)).map((name) => ({
    name,
    testIgnore: HOSTS.filter((other) => other !== name).map((other) => `**/${other}-*.spec.ts`),
  })),
});
export default config;
