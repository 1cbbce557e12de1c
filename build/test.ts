/**
 * `npm test`, the one test command: runs the stages of build/test/stages.ts, all of them whatever
 * fails, and ends with `N passed, N failed` (and `, N skipped`). `npm test -- unit lint` runs only
 * those. Exits 1 on any failure, 2 for a stage that does not exist.
 */
import path from 'node:path';
import { findBrowser, thisMachine } from '../main/hosts/shared/find-browser.ts';
import { runStage } from './test/run-stage.ts';
import { chooseStages, STAGES, type Stage } from './test/stages.ts';
import { formatTally, NOTHING, sum, type Tally } from './test/tally.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ADD_BROWSER =
  'no Chrome, Chromium or Edge is installed; add one with: apt-get install chromium (or set UNBLANK_BROWSER to the path of one)';

async function runOrSkip(stage: Stage): Promise<Tally> {
  if (stage.needsBrowser && findBrowser(thisMachine()) === null)
    return { ...NOTHING, skipped: [{ name: stage.name, reason: ADD_BROWSER }] };
  const started = performance.now();
  console.log(`\n== ${stage.name}: ${stage.proves}`);
  const tally = await runStage(ROOT, stage);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${stage.name}: ${tally.failed.length === 0 ? 'ok' : 'failed'}, ${seconds} s`);
  return tally;
}

async function main(names: readonly string[]): Promise<number> {
  const chosen = chooseStages(names);
  if ('unknown' in chosen) {
    console.error(`No stage is called ${chosen.unknown.join(', ')}. There are:`);
    for (const stage of STAGES) console.error(`  ${stage.name.padEnd(10)} ${stage.proves}`);
    return 2;
  }
  const tallies: Tally[] = [];
  for (const stage of chosen.stages) tallies.push(await runOrSkip(stage));
  const total = sum(tallies);
  console.log(`\n${formatTally(total).join('\n')}`);
  return total.failed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
