import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runStage } from './run-stage.ts';
import type { Command, Stage } from './stages.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'unblank-stage-'));
  await writeFile(path.join(root, 'exit.mjs'), 'process.exit(Number(process.argv[2]))');
  await writeFile(
    path.join(root, 'report.mjs'),
    `import { writeFileSync } from 'node:fs';
     writeFileSync(process.env.UNBLANK_UNIT_REPORT, process.argv[2]);`,
  );
});
afterEach(() => rm(root, { recursive: true }));

function stage(commands: readonly Command[], report: Stage['report'] = null): Stage {
  return { name: 'sample', proves: '', commands, report, needsBrowser: false };
}
const report = { file: 'unit.json', kind: 'unit' } as const;

describe('a stage', () => {
  test('without a report counts as one test', async () => {
    const tally = await runStage(root, stage([['exit.mjs', '0']]));
    expect(tally).toEqual({ passed: 1, failed: [], skipped: [] });
  });

  test('fails with its first failing command and runs none after it', async () => {
    const tally = await runStage(
      root,
      stage(
        [
          ['exit.mjs', '3'],
          ['report.mjs', 'x'],
        ],
        report,
      ),
    );
    expect(tally.failed).toEqual(['sample: the runner left no report']);
    expect((await runStage(root, stage([['exit.mjs', '3']]))).failed).toEqual(['sample']);
  });

  test('with a report counts what its runner reported', async () => {
    const text = JSON.stringify({ passed: 4, failed: [], skipped: [] });
    const tally = await runStage(root, stage([['report.mjs', text]], report));
    expect(tally.passed).toBe(4);
  });

  test('never counts the report of an earlier run', async () => {
    await writeFile(path.join(root, report.file), '{"passed":9,"failed":[],"skipped":[]}');
    const tally = await runStage(root, stage([['exit.mjs', '0']], report));
    expect(tally).toEqual({
      passed: 0,
      failed: ['sample: the runner left no report'],
      skipped: [],
    });
  });
});
