import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { reportSchema, type Report } from '../../main/contract/report.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';
import type { TraceMemory } from './trace-memory-child.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { longestRow } from './longest-row.ts';
import { line, median, runNode } from './measure.ts';

const CLI = path.join(ROOT, 'dist', 'cli', 'unblank.js');
const CHILD = path.join(ROOT, 'e2e', 'bench', 'trace-memory-child.ts');
const TRACES = 5;
const DELAY_MS = 100;
const FEW = 100;
const MANY = 10_000;

interface TraceRun {
  readonly programMs: number;
  readonly traceMs: number;
  readonly requests: number;
  /** Requests of the engine that ran strictly one after the other. */
  readonly inRow: number;
  /** Requests of the window; nothing else runs meanwhile. */
  readonly pages: number;
}

/**
 * A whole traced sign-in in a browser that nobody sees, beside the answers it had to wait for. In the
 * time: discovery, registration, start and end of the browser, page, token, first calls, refresh,
 * what must be refused, revocation, deletion, judgement. In the answers: those of the engine's longest
 * row and those of the window. Not in the time, and in a line of its own: start and end of the program.
 */
export async function benchTrace(): Promise<void> {
  console.log(
    `\nTraced sign-in at a healthy server, ${DELAY_MS} ms an answer, median of ${TRACES}`,
  );
  if (findBrowser(thisMachine()) === null)
    return console.log('  no browser is installed: not measured');
  const runs: TraceRun[] = [];
  for (let round = 0; round < TRACES; round += 1) runs.push(await traceOnce());
  const of = (value: (run: TraceRun) => number) => median(runs.map(value));
  const [ms, row] = [of((one) => one.traceMs), of((one) => one.inRow + one.pages)];
  line('  trace URL, from its report', `${ms.toFixed(0)} ms`, '-');
  line('  the whole program', `${of((one) => one.programMs).toFixed(0)} ms`, '-');
  line('  requests of the engine in all', String(of((one) => one.requests)), '-');
  line(`  answers it waits for, ${row} in a row`, `${row * DELAY_MS} ms`, '-');
  line('  own time', `${(ms - row * DELAY_MS).toFixed(0)} ms`, '-');
  line('  ratio', (ms / (row * DELAY_MS)).toFixed(2), '1.3');
}

async function traceOnce(): Promise<TraceRun> {
  const patient = await startPatient('healthy', { delayMs: DELAY_MS, plain: true });
  try {
    const args = ['trace', patient.url, '--as', 'claude-code', '--headless', '--json'];
    const { stdout, code, ms } = await runNode([CLI, ...args, '--fail-on', 'never']);
    const report = readReport(stdout, code);
    const [target] = report.targets;
    if (target?.signIn?.outcome !== 'signed-in')
      throw new Error(`The healthy server was not signed in to: ${target?.signIn?.outcome}.`);
    return {
      programMs: ms,
      traceMs: report.durationMs,
      requests: target.trace.length,
      inRow: longestRow(target.trace),
      pages: patient.requests.filter(({ url }) => url.includes('/authorize?')).length,
    };
  } finally {
    await patient.close();
  }
}

function readReport(text: string, code: number | null): Report {
  const report = text === '' ? null : reportSchema.safeParse(JSON.parse(text)).data;
  if (!report) throw new Error(`unblank trace ended with ${code} and without a report.`);
  return report;
}

/** A window that navigates for ever: what its events cost, and whether one of many costs more. */
export async function benchEvents(): Promise<void> {
  const [few, many] = [await remember(FEW), await remember(MANY)];
  console.log(`\nNavigation events of one sign-in, each page with a state of its own`);
  line(`  heap held after ${FEW}`, `${few.heapMb.toFixed(1)} MB`, '-');
  line(`  heap held after ${MANY}`, `${many.heapMb.toFixed(1)} MB`, '-');
  line('  ratio', (many.heapMb / few.heapMb).toFixed(0), `${MANY / FEW} (linear)`);
  const each = ({ ms }: TraceMemory, count: number) => (ms / count) * 1000;
  line(`  an event of ${FEW}`, `${each(few, FEW).toFixed(0)} µs`, '-');
  line(`  an event of ${MANY}`, `${each(many, MANY).toFixed(0)} µs`, '-');
  line('  ratio', (each(many, MANY) / each(few, FEW)).toFixed(2), '1');
}

async function remember(count: number): Promise<TraceMemory> {
  const args = ['--expose-gc', '--import', 'tsx', CHILD, String(count)];
  const { code, stdout } = await runNode(args);
  if (code !== 0) throw new Error(`The trace with ${count} events ended with ${code}.`);
  return JSON.parse(stdout) as TraceMemory;
}
