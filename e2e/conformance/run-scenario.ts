import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { FOLDER, type Runner } from './fetch-runner.ts';
import { runProgram } from './run-program.ts';

export interface ScenarioResult {
  readonly scenario: string;
  readonly isPassed: boolean;
  /** Checks that passed, failed and warned, as the suite counts them. */
  readonly passed: number;
  readonly failed: number;
  readonly warned: number;
  /** What the runner said, where it did not pass. */
  readonly text: string;
}

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
}

/**
 * Runs one scenario against the client under test, with no failure expected. A warning counts as not
 * passed.
 */
export async function runScenario(
  { node, script }: Runner,
  command: string,
  scenario: string,
  revision: string,
): Promise<ScenarioResult> {
  const output = path.join(FOLDER, 'results', revision, scenario.replace('/', '-'));
  await rm(output, { recursive: true, force: true });
  const args = [script, 'client', '--command', command, '--scenario', scenario];
  const { code, text } = await runProgram(
    node,
    [...args, '--spec-version', revision, '-o', output],
    {
      cwd: FOLDER,
      env: {
        ...process.env,
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
      },
    },
  );
  const checks = await readChecks(output);
  const count = (status: Check['status']) => checks.filter((one) => one.status === status).length;
  const [passed, failed, warned] = [count('SUCCESS'), count('FAILURE'), count('WARNING')];
  const isPassed = code === 0 && failed === 0 && warned === 0 && passed > 0;
  return { scenario, isPassed, passed, failed, warned, text: isPassed ? '' : text };
}

async function readChecks(folder: string): Promise<readonly Check[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const file = names.find((name) => path.basename(name) === 'checks.json');
  if (file === undefined) return [];
  return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as readonly Check[];
}
