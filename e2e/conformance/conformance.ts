/**
 * `npm run conformance`: runs the official MCP conformance suite against the engine as a client and
 * writes docs/conformance.md. Ends with 1 where a scenario does not pass, with 2 where the suite
 * cannot be fetched.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../build/build.ts';
import { inParallel } from '../../main/engine/run/in-parallel.ts';
import { conformanceText, type RevisionResults } from './conformance-text.ts';
import { fetchRunner, FOLDER, NotFetched, SUITE, type Runner } from './fetch-runner.ts';
import { runScenario, type ScenarioResult } from './run-scenario.ts';
import { scoredScenarios } from './scored-scenarios.ts';

const REVISIONS = ['2025-11-25', '2026-07-28'] as const;
const FILE = path.join(ROOT, 'docs', 'conformance.md');
/** Relative to the folder of the suite: its command line is cut at every space. */
const CLIENT = 'client.mjs';

async function main(): Promise<void> {
  const runner = await fetchRunner();
  await build({
    entryPoints: [path.join(ROOT, 'e2e', 'conformance', 'client.ts')],
    outfile: path.join(FOLDER, CLIENT),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const revisions: RevisionResults[] = [];
  for (const revision of REVISIONS)
    revisions.push({ revision, results: await runRevision(runner, revision) });
  await writeFile(FILE, conformanceText(`${SUITE.name} ${SUITE.version}`, revisions));
  const all = revisions.flatMap(({ results }) => results);
  const failed = all.filter(({ isPassed }) => !isPassed);
  console.log(`${all.length - failed.length} of ${all.length} scenarios pass.`);
  if (failed.length > 0 || all.length === 0) process.exitCode = 1;
}

async function runRevision(runner: Runner, revision: string): Promise<readonly ScenarioResult[]> {
  const list = await readFile(path.join(runner.requirements, `${revision}.yaml`), 'utf8');
  return inParallel(scoredScenarios(list), 2, async (scenario) => {
    const result = await runScenario(runner, `node ${CLIENT}`, scenario, revision);
    const { isPassed, passed, failed, text } = result;
    const mark = isPassed ? 'passed' : 'FAILED';
    console.log(`${mark}  ${revision}  ${scenario}: ${passed} checks passed, ${failed} failed`);
    if (!isPassed) console.log(text);
    return result;
  });
}

try {
  await main();
} catch (error) {
  if (!(error instanceof NotFetched)) throw error;
  console.error(`The conformance suite was not run. ${error.message}`);
  process.exitCode = 2;
}
