/**
 * `npm run bench`, or `npm run bench -- logs` for one section: prints figures and what they are
 * measured against, in one run and on this machine. It passes no judgement: a figure is for people,
 * and a timed test fails by itself.
 */
import path from 'node:path';
import { build, isBuilt, ROOT } from '../../build/build.ts';
import { checkBundles, describeCheck } from '../../build/check-bundles.ts';
import { benchCheck } from './bench-check.ts';
import { benchLogs } from './bench-logs.ts';
import { benchRepair } from './bench-repair.ts';
import { benchEvents, benchTrace } from './bench-trace.ts';
import { benchMany, benchVerdict } from './bench-verdict.ts';
import { line, median, runNode } from './measure.ts';

const CLI = path.join(ROOT, 'dist', 'cli', 'unblank.js');
const STARTS = 15;

/** One after the other in turns, so that what else the machine does meets both. */
async function benchStart(): Promise<void> {
  const plain: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    plain.push((await runNode(['-e', '0'])).ms);
    ours.push((await runNode([CLI, '--version'])).ms);
  }
  console.log(`Start, median of ${STARTS}`);
  line('  node -e 0', `${median(plain).toFixed(1)} ms`, '-');
  line('  unblank --version', `${median(ours).toFixed(1)} ms`, '-');
  line('  ratio', (median(ours) / median(plain)).toFixed(2), '1.5 or less');
}

async function printSizes(): Promise<void> {
  console.log('\nBundles, minified: all of it, budget, loaded at the start');
  for (const check of await checkBundles()) console.log(`  ${describeCheck(check)}`);
}

/** In the order of the README. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  start: benchStart,
  check: benchCheck,
  logs: benchLogs,
  verdict: benchVerdict,
  many: benchMany,
  trace: benchTrace,
  events: benchEvents,
  repair: benchRepair,
  sizes: printSizes,
};

async function main(names: readonly string[]): Promise<void> {
  const wrong = names.find((name) => !Object.hasOwn(SECTIONS, name));
  if (wrong !== undefined)
    throw new Error(`There is no “${wrong}”; there are ${Object.keys(SECTIONS).join(', ')}.`);
  if (!(await isBuilt())) await build();
  for (const [name, bench] of Object.entries(SECTIONS))
    if (names.length === 0 || names.includes(name)) await bench();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
