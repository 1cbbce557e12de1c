import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageFile from '../../package.json' with { type: 'json' };
import { ROOT } from '../../build/build.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { builtCli } from '../testing/built-cli.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly uses?: string;
      readonly run?: string;
      readonly shell?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const text = await readFile(path.join(ROOT, 'action.yml'), 'utf8');
const action = parse(text) as Action;
const [step] = action.runs.steps;

let cli: Awaited<ReturnType<typeof builtCli>>;
let folder = '';
beforeAll(async () => {
  cli = await builtCli();
});
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-action-'));
  await mkdir(path.join(folder, 'bin'));
  // What npx would fetch: the command line as it is built. It notes what it was asked for.
  const npx = path.join(folder, 'bin', 'npx');
  const lines = [
    '#!/usr/bin/env bash',
    `printf '%s\\n' "$@" > ${folder}/asked`,
    `exec ${process.execPath} ${cli.file} "\${@:3}"`,
  ];
  await writeFile(npx, `${lines.join('\n')}\n`);
  await chmod(npx, 0o755);
  return () => rm(folder, { recursive: true });
});

/** The inputs as the runner fills them in, then the step as it is. */
function run(inputs: Readonly<Record<string, string>>): Promise<number | null> {
  const filled = Object.entries(step?.env ?? {}).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1];
    const given = input === undefined ? value : (inputs[input] ?? action.inputs[input]?.default);
    return [name, String(given)];
  });
  const at = (name: string) => path.join(folder, name);
  const env = {
    ...(Object.fromEntries(filled) as Record<string, string>),
    PATH: `${at('bin')}:${process.env.PATH ?? ''}`,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''],
      { cwd: folder, env, stdio: 'pipe' },
    );
    child.stdout.resume();
    child.stderr.resume();
    child.once('error', reject);
    child.once('close', resolve);
  });
}

test('the action uses no other action, and no input is part of its script', () => {
  expect(action.runs.using).toBe('composite');
  expect(action.runs.steps.map(({ uses }) => uses)).toEqual([undefined]);
  expect(step?.run).not.toContain('${{');
  expect(action.inputs.version?.default).toBe(packageFile.version);
});

test('a server with a fault fails the job, with its summary and its SARIF log', async () => {
  const server = await startPatient('challenge-missing');
  try {
    expect(await run({ targets: `${server.url}\n`, 'sarif-file': 'out.sarif' })).toBe(1);
    expect(await readFile(path.join(folder, 'summary'), 'utf8')).toContain('F20');
    const sarif = JSON.parse(await readFile(path.join(folder, 'out.sarif'), 'utf8')) as object;
    expect(sarif).toMatchObject({ version: '2.1.0' });
    const output = await readFile(path.join(folder, 'output'), 'utf8');
    expect(output).toContain('exit-code=1\n');
  } finally {
    await server.close();
  }
});

test('a fault that is known does not fail it', async () => {
  const server = await startPatient('challenge-missing');
  try {
    await run({ targets: server.url, summary: 'false' });
    expect(existsSync(path.join(folder, 'summary'))).toBe(false);
    const baseline = path.join(folder, 'known.json');
    await writeFile(baseline, await readFile(path.join(folder, 'unblank-report.json')));
    expect(await run({ targets: server.url, baseline })).toBe(0);
  } finally {
    await server.close();
  }
});

test('what stands in an input is an argument, and is never run', async () => {
  const evil = '"; touch ran; $(touch ran) `touch ran` --fail-on never';
  expect(await run({ targets: evil, offline: 'true', project: `.${evil}` })).toBe(2);
  expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  const asked = (await readFile(path.join(folder, 'asked'), 'utf8')).split('\n');
  expect(asked).toContain(evil);
  expect(asked).toContain('--');
});
