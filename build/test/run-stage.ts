import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { tallyPlaywright } from './playwright-tally.ts';
import type { Command, Stage } from './stages.ts';
import { judgeRunner, NOTHING, type Tally } from './tally.ts';

/**
 * Runs one stage; what its commands print is passed on as it comes.
 * @param root folder of the repository
 * @param stage a row of the table
 * @returns what it counts; a command that cannot be started is a failure of the stage
 */
export async function runStage(root: string, stage: Stage): Promise<Tally> {
  const file = stage.report && path.join(root, stage.report.file);
  if (file) await rm(file, { force: true });
  const code = await runCommands(root, stage, file);
  if (stage.report && file) {
    return judgeRunner(stage.name, code, await readReport(file, stage.report.kind));
  }
  if (code === 0) return { ...NOTHING, passed: 1 };
  return { ...NOTHING, failed: [stage.name] };
}

async function runCommands(root: string, stage: Stage, report: string | null): Promise<number> {
  for (const command of stage.commands) {
    const code = await runCommand(root, command, report);
    if (code !== 0) return code;
  }
  return 0;
}

/** The two runners learn from the environment where to write. */
function runCommand(root: string, command: Command, report: string | null): Promise<number> {
  const reports = report
    ? { UNBLANK_UNIT_REPORT: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    : {};
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...reports },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

async function readReport(file: string, kind: 'unit' | 'playwright'): Promise<Tally | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const report: unknown = JSON.parse(text);
  // Both files were just written by the runner that this stage started.
  if (kind === 'unit') return report as Tally;
  return tallyPlaywright(report as Parameters<typeof tallyPlaywright>[0]);
}
