import { defineFix } from '../../model/fix.ts';
import type { Repairs } from '../repairs.ts';
import { planOf } from '../fixes/parts/plan-of.ts';
import {
  BROKEN,
  call,
  CODE,
  HERE,
  HOME,
  offered,
  repairRig,
  type RepairRig,
} from './repair-rig.ts';

const OTHER = `${HOME}/other.json`;
const GONE = `${HOME}/gone.json`;
const NEW = `${HOME}/new.json`;
const TREE = {
  [CODE]: BROKEN,
  [OTHER]: '{"moved": {"key": 1}, "stays": true}\n',
  [GONE]: '{"old": true}\n',
};

/** One that changes a file, moves between two, creates a third and removes a fourth. */
const manyFiles = defineFix({
  name: 'many-files',
  codes: ['F112'],
  isDestructive: false,
  plan: () => [
    planOf({
      about: 'all',
      title: 'Put four files in order',
      operations: [
        { kind: 'remove-file', file: GONE, backup: true },
        { kind: 'move-value', from: at(OTHER, '/moved'), to: at(NEW, '/moved') },
        { kind: 'set-value', ...at(CODE, '/mcpServers/acme/type'), value: 'http' },
      ],
    }),
  ],
});

function at(file: string, pointer: string) {
  return { file, pointer };
}

/** What every file holds, with its permissions. */
export type Snapshot = Readonly<Record<string, string>>;

export function snapshot({ changes }: RepairRig): Snapshot {
  return Object.fromEntries(
    [...changes.files]
      .map(([path, { mode }]): [string, string] => [path, `${mode} ${changes.text(path)}`])
      .sort(([one], [two]) => (one < two ? -1 : 1)),
  );
}

/** Which way a call goes wrong. `torn` is a crash in the middle of an appended line. */
export const FAULTS = ['fails', 'fails after it worked', 'crash', 'torn'] as const;
export type Fault = (typeof FAULTS)[number];

/** A home with four files, and a switch that lets one call to a port go wrong. */
export function faultRig() {
  const rig = repairRig({ tree: TREE, fixes: [manyFiles] });
  rig.changes.put(OTHER, TREE[OTHER], 0o644);
  rig.changes.put(GONE, TREE[GONE], 0o640);
  let [calls, wrong, fault]: [number, number, Fault] = [0, Infinity, 'fails'];
  let isDown = false;
  const strike = (): void => {
    calls += 1;
    if (isDown) throw new Error('the machine is off');
    if (calls !== wrong || fault === 'fails after it worked') return;
    isDown = fault !== 'fails';
    throw new Error('the disk says no');
  };
  const worked = (): void => {
    if (calls === wrong && fault === 'fails after it worked') throw new Error('the disk says no');
  };
  wrap(rig, strike, worked, (line) => {
    if (fault === 'torn' && calls + 1 === wrong) tear(rig, line);
  });
  return {
    ...rig,
    calls: () => calls,
    /** From now on: the n-th call goes wrong. */
    fail(n: number, how: Fault): void {
      [calls, wrong, fault] = [0, n, how];
    },
    /** Everything works again, in a new process. */
    mended(): Repairs {
      [wrong, isDown] = [Infinity, false];
      return rig.restart();
    },
  };
}
export type FaultRig = ReturnType<typeof faultRig>;

function wrap(
  { changes, folder, lock }: RepairRig,
  strike: () => void,
  worked: () => void,
  appending: (line: string) => void,
): void {
  const { write, remove, inspect, sweep } = changes;
  const on =
    <A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      strike();
      const result = await work(...given);
      worked();
      return result;
    };
  Object.assign(changes, {
    write: on(write),
    remove: on(remove),
    inspect: on(inspect),
    sweep: on(sweep),
  });
  const { append } = folder;
  Object.assign(folder, {
    append: on(append),
    read: on(folder.read),
    write: on(folder.write),
    list: on(folder.list),
  });
  const whole = folder.append;
  folder.append = (name, line) => {
    appending(line);
    return whole(name, line);
  };
  Object.assign(lock, { hold: on(lock.hold) });
}

/** Half of a line reaches the disk. */
function tear({ folder }: RepairRig, line: string): void {
  const before = folder.text('journal.jsonl') ?? '';
  const half = line.slice(0, Math.ceil(line.length / 2));
  folder.files.set('journal.jsonl', new TextEncoder().encode(`${before}${half}`));
}

/** The one offer of the rig, previewed. @returns its ticket */
export async function applyFix(rig: RepairRig, repairs: Repairs): Promise<string> {
  const { ticket } = await repairs.preview(await offered(rig, 'F112'), HERE, {}, call());
  return ticket;
}
