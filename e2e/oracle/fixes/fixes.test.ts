import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtCli } from '../../testing/built-cli.ts';
import { FIX_CASES } from './fix-cases.ts';
import { fixRecords } from './record-fixes.ts';
import { runFixCase, type Cli } from './run-fix-case.ts';

const VERSIONS = ['2.1.197', '2.1.330'] as const;
const RECORDS = await Promise.all(
  VERSIONS.map(async (version) => ({ version, outcomes: await fixRecords(version) })),
);

let cli: Cli;
beforeAll(async () => {
  cli = await builtCli();
});
afterAll(() => cli.remove());

describe.each(RECORDS)('with Claude Code $version', ({ outcomes }) => {
  test('at least twelve broken set-ups failed before and connected after their fix', () => {
    const mended = outcomes.filter(({ before, after }) => isStopped(before) && isConnected(after));
    expect(mended.length).toBeGreaterThanOrEqual(12);
    expect(outcomes.filter((one) => !mended.includes(one)).map(({ name }) => name)).toEqual([]);
    expect(outcomes.map(({ name }) => name)).toEqual(FIX_CASES.map(({ name }) => name));
  });
});

describe('what was written then is written now, and undo brings back the exact bytes', () => {
  test.each(FIX_CASES)('$code: $name', { timeout: 60_000 }, async (one) => {
    const outcome = await runFixCase(one, cli, null);
    expect(outcome.undone).toBe(true);
    for (const { outcomes } of RECORDS) {
      const { changed } = outcomes.find(({ name }) => name === one.name)!;
      expect(outcome.changed).toEqual(changed);
    }
  });
});

function isStopped(said: string | null): boolean {
  return said !== null && !isConnected(said);
}

function isConnected(said: string | null): boolean {
  return said?.includes('Connected') === true;
}
