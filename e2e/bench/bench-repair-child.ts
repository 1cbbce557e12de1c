/**
 * `bench-repair-child.ts WHAT PATH`: does one thing as the app does, in a process of its own, and
 * prints what that took as `RepairFigures`. Bundled before it runs (bench-repair.ts).
 */
import { createReadStream } from 'node:fs';
import { rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as aTurn } from 'node:timers/promises';
import { NOTHING_KNOWN } from '../../main/engine/redact/known-values.ts';
import { createRedactor } from '../../main/engine/redact/redactor.ts';
import { openRepairs } from '../../main/hosts/shared/repair/open-repairs.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';

export interface RepairFigures {
  /** Each step in milliseconds, by its name. */
  readonly ms: Readonly<Record<string, number>>;
  /** Bytes that came of it. */
  readonly bytes: number;
}

const CALL = { signal: new AbortController().signal, onProgress: () => undefined };
const ROUNDS = 9;

const WORK: Readonly<Record<string, (target: string) => Promise<RepairFigures>>> = {
  async bundle(home) {
    const desk = await deskOf(home);
    const out = path.join(home, 'bench-bundle.zip');
    let ticket = '';
    const preview = await timed(async () => {
      ({ ticket } = await desk.bundles.preview(null, CALL));
    });
    let bytes = 0;
    const save = await timed(async () => {
      bytes = (await desk.bundles.save(ticket, out, CALL.signal)).size;
    });
    await rm(out);
    return { ms: { preview, save }, bytes };
  },
  async backup(home) {
    const { backups } = await deskOf(home);
    let [id, bytes] = ['', 0];
    const [backup, restore]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      backup.push(
        await timed(async () => {
          const made = await backups.create(CALL);
          id = made.id;
          bytes = made.files.reduce((all, { size }) => all + size, 0);
        }),
      );
      await truncate(path.join(home, '.claude.json'), 1);
      restore.push(
        await timed(async () => {
          const { ticket } = await backups.previewRestore(id, null);
          const applied = await backups.apply(ticket, async () => true, CALL);
          if (applied.kind !== 'done') throw new Error(applied.why);
        }),
      );
    }
    return { ms: { backup: medianOf(backup), restore: medianOf(restore) }, bytes };
  },
  async redact(log) {
    const [read, redact]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let round = 0; round < 3; round += 1) {
      read.push(await timed(() => eachPiece(log, () => undefined)));
      const places = { home: '/home/sam', user: 'sam', host: 'sams-laptop' };
      const redactor = createRedactor({ known: NOTHING_KNOWN, places, tags: { salt: 'bench' } });
      redact.push(
        await timed(async () => {
          const stream = redactor.stream();
          bytes = 0;
          await eachPiece(log, (piece) => (bytes += stream.push(piece).length));
          bytes += stream.end().length;
        }),
      );
    }
    return { ms: { read: medianOf(read), redact: medianOf(redact) }, bytes };
  },
};

function deskOf(home: string) {
  return openRepairs({ ports: createNodePorts({ home, os: 'linux', project: null }) });
}

async function eachPiece(file: string, take: (piece: string) => void): Promise<void> {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  for await (const piece of stream) take(piece as string);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  await aTurn();
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, two) => one - two)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function main([what = '', target = '']: readonly string[]): Promise<void> {
  const work = WORK[what];
  if (work === undefined) throw new Error(`There is no “${what}”.`);
  process.stdout.write(JSON.stringify(await work(target)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
