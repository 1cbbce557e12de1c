import type { EditOperation } from '../../model/operation.ts';
import { visible } from '../../redact/visible.ts';
import type { FileNow, RepairPorts } from '../../repair-ports.ts';
import { fileChange } from '../diff/file-change.ts';
import { applyEdits } from '../edit/apply-edits.ts';
import { filesOf, withNames } from '../plan/edits-of.ts';
import { obstacleWords, type Blocked } from '../plan/obstacle-words.ts';
import type { FileStep } from './prepared.ts';

export interface PreparedFiles {
  readonly files: readonly FileStep[];
  readonly blocked: readonly Blocked[];
}

/**
 * Works out what edits make of the files as they lie there now. Changes nothing.
 * @param managed files that are read-only to us (safety G16)
 */
export async function prepareFiles(
  operations: readonly EditOperation[],
  managed: ReadonlySet<string>,
  { changes, digest }: Pick<RepairPorts, 'changes' | 'digest'>,
): Promise<PreparedFiles> {
  const names = [...new Set(operations.flatMap(filesOf))];
  const all = await Promise.all(names.map((name) => changes.inspect(name)));
  const files = all.filter((one, at) => all.findIndex((two) => isSameFile(one, two)) === at);
  // SECURITY: G9: what stands in the way is found before anything is tried.
  const blocked = files.flatMap((file) => inTheWay(file, managed));
  if (blocked.length > 0) return { files: [], blocked };
  const nameOf = oneName(all);
  const edits = withNames(operations, nameOf);
  const edited = applyEdits(new Map(files.map(({ path, bytes }) => [path, bytes])), edits);
  if (edited.kind === 'problem') return { files: [], blocked: [problem(edited)] };
  const steps = files.map(async (before) => {
    const after = edited.files.get(before.path) ?? null;
    const notes = edited.notes.filter((one) => one.file === before.path).map(({ text }) => text);
    const kept = !edits.some((one) => isLost(one, before.path));
    return fileStep({ before, after, notes, mode: undefined, kept, digest });
  });
  const changed = (await Promise.all(steps)).filter((one) => one.before.hash !== one.hashAfter);
  const order = (one: FileStep): number => placeOf(one, edits);
  const sorted = changed.toSorted((one, two) => order(one) - order(two));
  return sorted.length > 0 ? { files: sorted, blocked: [] } : { files: [], blocked: [NOTHING] };
}

const NOTHING: Blocked = {
  why: 'The files are as this fix would make them already.',
  whatToDo: 'Restart the client, then check again.',
};

interface Making {
  readonly before: FileNow;
  readonly after: Uint8Array | null;
  readonly notes: readonly string[];
  readonly mode: number | undefined;
  readonly kept: boolean;
  readonly digest: RepairPorts['digest'];
}

/** One file, from its bytes before and after. */
export async function fileStep({
  before,
  after,
  notes,
  mode,
  kept,
  digest,
}: Making): Promise<FileStep> {
  const hashAfter = after === null ? null : await digest(after);
  const shown = fileChange({
    // SECURITY: G14
    file: visible(before.path),
    leadsTo: before.realPath === before.path ? null : visible(before.realPath),
    before: before.bytes,
    after,
    hashBefore: before.hash,
    hashAfter,
    notes: before.hardLinks > 1 ? [...notes, HARD_LINK] : notes,
  });
  return { path: before.path, before, after, hashAfter, mode, kept, shown };
}

const HARD_LINK = 'The file has other names on this disk (hard links); those keep the old content.';

/** What stands in the way of writing a file. */
export function inTheWay(file: FileNow, managed: ReadonlySet<string>): readonly Blocked[] {
  const name = visible(file.path);
  const isManaged = managed.has(file.path) || managed.has(file.realPath);
  const isBlind = file.exists && file.bytes === null;
  const obstacle = isManaged ? 'managed' : (file.obstacle ?? (isBlind ? 'unreadable' : null));
  return obstacle === null ? [] : [obstacleWords(obstacle, name, file.reason)];
}

function problem({ file, reason }: { file: string; reason: string }): Blocked {
  return {
    why: `${visible(file)}: ${reason}`,
    whatToDo: 'Check again: the file may have changed since. Else make the change yourself.',
  };
}

function isSameFile(one: FileNow, two: FileNow): boolean {
  return one.realPath === two.realPath;
}

/** The first of the names that lead to the same file. */
function oneName(all: readonly FileNow[]): (file: string) => string {
  return (file) => {
    const own = all.find(({ path }) => path === file);
    return all.find((one) => own !== undefined && isSameFile(one, own))?.path ?? file;
  };
}

function isLost(operation: EditOperation, path: string): boolean {
  return operation.kind === 'remove-file' && operation.file === path && !operation.backup;
}

/**
 * What is moved is written at its new place first, and what is removed goes last, so that a crash
 * leaves something twice and never nowhere.
 */
function placeOf({ path, after, kept }: FileStep, edits: readonly EditOperation[]): number {
  if (after === null) return kept ? 2 : 3;
  return edits.some((one) => 'to' in one && typeof one.to === 'object' && one.to.file === path)
    ? 0
    : 1;
}
