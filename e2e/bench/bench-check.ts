/**
 * `unblank check --offline` on a home that is used every day: ten servers in two clients, and 50 MB
 * of logs. Beside it stands `node -e 0`, which nobody can be faster than.
 */
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { reportSchema } from '../../main/contract/report.ts';
import { busyHome } from './bench-check-home.ts';
import { line, median, runNode } from './measure.ts';
import { withHome } from '../homes/home.ts';

const CLI = path.join(ROOT, 'dist', 'cli', 'unblank.js');
const ROUNDS = 10;

/**
 * One after the other in turns, so that what else the machine does meets all of them.
 * @param cli the built command line
 */
export async function benchCheck(cli: string = CLI): Promise<void> {
  await withHome(busyHome(), async ({ home }) => {
    const place = ['--home', home, '--os', 'linux', '--fail-on', 'never'];
    const check = [cli, 'check', '--offline', ...place];
    const times = { plain: empty(), loaded: empty(), whole: empty(), inside: empty() };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push((await runNode(['-e', '0'])).ms);
      times.loaded.push((await runNode([cli, 'check', '--help'])).ms);
      times.whole.push((await runNode(check)).ms);
      times.inside.push(await durationOf([...check, '--json']));
    }
    print(times);
  });
}

function empty(): number[] {
  return [];
}

function print(times: Record<'plain' | 'loaded' | 'whole' | 'inside', readonly number[]>): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const [node, whole] = [median(times.plain), median(times.whole)];
  console.log(`\nCheck of a home with 10 servers and 50 MB of logs, offline, median of ${ROUNDS}`);
  line('  node -e 0', ms(node), '-');
  line('  unblank check --help: the program is loaded', ms(median(times.loaded)), '-');
  line('  unblank check --offline', ms(whole), '-');
  line('  of it from the first read to the report', ms(median(times.inside)), '-');
  line('  more than node -e 0', ms(whole - node), '200 ms or less');
}

async function durationOf(check: readonly string[]): Promise<number> {
  const { stdout, code } = await runNode(check);
  const report = reportSchema.safeParse(JSON.parse(stdout));
  if (!report.success || !report.data.complete)
    throw new Error(`unblank check ended with ${code} and without a whole report.`);
  return report.data.durationMs;
}
