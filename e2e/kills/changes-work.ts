import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createChangeLock } from '../../main/platform/changes/create-change-lock.ts';
import { createChanges } from '../../main/platform/changes/create-changes.ts';
import { createOwnFolder } from '../../main/platform/changes/create-own-folder.ts';
import { leftOver } from './left-over.ts';
import type { KillWork } from './run-work.ts';

/** The files of the home that is edited; `link.json` leads to `target.json`. */
const FILES = ['plain.json', 'target.json', 'new.json'] as const;
type Name = (typeof FILES)[number];
export type State = Readonly<Record<Name, string | null>>;

/** Which file each step changes, in turn: it is written over, through a link, made, removed. */
const TURNS: readonly { readonly name: Name; readonly asked: string; readonly gone?: true }[] = [
  { name: 'plain.json', asked: 'plain.json' },
  { name: 'target.json', asked: 'link.json' },
  { name: 'new.json', asked: 'new.json' },
  { name: 'new.json', asked: 'new.json', gone: true },
];

/** A text of its own for each step, from a few bytes to 100 kB, whole only to its last byte. */
function textOf(step: number): string {
  const size = (step * 7919) % 100_000;
  return `{"step":${step},"text":"${'x'.repeat(size)}","end":${step}}\n`;
}

const turnOf = (step: number) => TURNS[step % TURNS.length]!;

/** What lies there when all steps up to this one are done. Step 0 is before the first. */
export function stateAfter(step: number): State {
  const state: Record<Name, string | null> = {
    'plain.json': textOf(0),
    'target.json': textOf(0),
    'new.json': null,
  };
  for (let one = Math.max(1, step - TURNS.length); one <= step; one += 1) {
    const { name, gone } = turnOf(one);
    state[name] = gone === true ? null : textOf(one);
  }
  return state;
}

export function stateOf(home: string): State {
  const now = (name: Name) => {
    const file = path.join(home, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  return { 'plain.json': now(FILES[0]), 'target.json': now(FILES[1]), 'new.json': now(FILES[2]) };
}

export function isSame(a: State, b: State): boolean {
  return FILES.every((name) => a[name] === b[name]);
}

/** The lines of the log that are whole, as numbers; the last one may be torn, and no other. */
export function loggedSteps(home: string): readonly number[] {
  const file = path.join(home, 'state', 'repair', 'log');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => {
    const { step, end } = JSON.parse(line) as { step: number; end: number };
    if (step !== end) throw new Error('a line of the log is not what was written');
    return step;
  });
}

/** Edits the files of a home in turn, each step under the lock and with a line in the log first. */
export function createChangesWork(home: string): KillWork {
  const changes = createChanges({ roots: [home] });
  const own = createOwnFolder({ path: path.join(home, 'state', 'repair'), within: home });
  const lock = createChangeLock({ folder: path.join(home, 'state', 'locks'), within: home });
  let step = 0;
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await lock.hold(2000);
    if (release === null) throw new Error('the lock is held by nobody who runs');
    try {
      return await work();
    } finally {
      await release();
    }
  };
  const change = async (number: number): Promise<void> => {
    const { asked, gone } = turnOf(number);
    const file = path.join(home, asked);
    await own.append('log', JSON.stringify({ step: number, end: number }));
    const { hash } = await changes.inspect(file);
    const written =
      gone === true
        ? await changes.remove(file, hash ?? '')
        : await changes.write(file, Buffer.from(textOf(number)), hash);
    if (written.kind !== 'done') throw new Error(`${asked}: ${JSON.stringify(written)}`);
  };
  return {
    async start() {
      await locked(async () => {
        await changes.sweep(['plain.json', 'link.json'].map((name) => path.join(home, name)));
        step = loggedSteps(home).at(-1) ?? 0;
        // The step that was begun is done again, unless it was done.
        if (step > 0 && !isSame(stateOf(home), stateAfter(step))) step -= 1;
        await own.write('started', Buffer.from(String(step)));
      });
      const left = leftOver(home).map((name) => `${name} is left after the next start`);
      const isWhole = isSame(stateOf(home), stateAfter(step));
      return {
        step,
        problems: isWhole ? left : [...left, 'the state is neither the old nor the new'],
      };
    },
    async step() {
      await locked(() => change(step + 1));
      step += 1;
      return step;
    },
  };
}
