import { defineConfig } from 'vitest/config';
import { createUnitReporter } from './build/test/unit-reporter.ts';

/** Set by `npm test` (build/test/run-stage.ts): where to write what the run did. */
const report = process.env.UNBLANK_UNIT_REPORT;

/**
 * The unit and integration tests: beside their sources, over loopback only. A test file that needs
 * a DOM says so in its first line (`@vitest-environment jsdom`); all others run in plain Node.
 * An unhandled rejection anywhere fails the run (safety L3): vitest's default, kept on purpose.
 */
const config = defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['e2e/specs/**', '**/node_modules/**', 'dist/**', '.*/**'],
    environment: 'node',
    setupFiles: ['e2e/testing/fixed-seed.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    // Of concurrent tests in one file: each is a browser, and two processors carry two of them.
    maxConcurrency: 2,
    testTimeout: 10_000,
    // A poll ends when what it waits for is there; a busy machine only makes it wait longer.
    expect: { poll: { timeout: 8_000 } },
    reporters: report ? ['default', createUnitReporter(report)] : ['default'],
  },
});
export default config;
