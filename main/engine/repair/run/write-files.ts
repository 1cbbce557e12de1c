import { errorWords } from '../../run/error-words.ts';
import { visible } from '../../redact/visible.ts';
import type { Changes, FileNow, Written } from '../../repair-ports.ts';
import type { FileStep } from './prepared.ts';

/** What became of several files: all or none (safety G15). */
export type WrittenAll =
  | { readonly kind: 'written' }
  /** Every file is as it was before. */
  | { readonly kind: 'undone'; readonly why: string; readonly changed: FileNow | null }
  /** Neither could be reached; the journal says unfinished. */
  | { readonly kind: 'half'; readonly why: string };

/**
 * Writes every file, and writes back what was written where one fails. Each file is the old or the new
 * one at any moment, byte for byte.
 * @param files in the order in which they are written
 */
export async function writeFiles(
  files: readonly FileStep[],
  changes: Changes,
): Promise<WrittenAll> {
  const done: FileStep[] = [];
  for (const file of files) {
    const written = await attempt(() => forward(file, changes));
    if (written.kind === 'done') {
      done.push(file);
      continue;
    }
    const why = reasonOf(written, file);
    // A write that broke off can have come through all the same.
    const back = await writeBack(file, done.toReversed(), changes);
    if (!back) return { kind: 'half', why };
    return { kind: 'undone', why, changed: written.kind === 'changed' ? written.now : null };
  }
  return { kind: 'written' };
}

/** Are the files on the disk what they were to be? */
export async function areWritten(files: readonly FileStep[], changes: Changes): Promise<boolean> {
  const now = await Promise.all(
    files.map(async ({ path, hashAfter }) => (await changes.inspect(path)).hash === hashAfter),
  );
  return now.every((one) => one);
}

async function writeBack(
  failed: FileStep,
  done: readonly FileStep[],
  changes: Changes,
): Promise<boolean> {
  let isBack = await isOldAgain(failed, changes, true);
  for (const file of done) isBack = (await isOldAgain(file, changes, false)) && isBack;
  return isBack;
}

/**
 * Writes a file back if it is as we left it. What somebody else wrote over it is not ours to take back.
 * @param foreign what it comes to then: in place of a write of ours it is all the same
 */
async function isOldAgain(file: FileStep, changes: Changes, foreign: boolean): Promise<boolean> {
  try {
    const { hash } = await changes.inspect(file.path);
    if (hash === file.before.hash) return true;
    if (hash !== file.hashAfter) return foreign;
    return (await back(file, changes)).kind === 'done';
  } catch {
    return false;
  }
}

function forward({ path, after, before, mode }: FileStep, changes: Changes): Promise<Written> {
  return after !== null
    ? changes.write(path, after, before.hash, ...given(mode))
    : changes.remove(path, before.hash ?? '');
}

function back({ path, before, hashAfter }: FileStep, changes: Changes): Promise<Written> {
  return before.bytes !== null
    ? changes.write(path, before.bytes, hashAfter, ...given(before.mode ?? undefined))
    : changes.remove(path, hashAfter ?? '');
}

function given(mode: number | undefined): [] | [number] {
  return mode === undefined ? [] : [mode];
}

async function attempt(write: () => Promise<Written>): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    return { kind: 'refused', reason: errorWords(error), code: 'thrown' };
  }
}

function reasonOf(written: Exclude<Written, { kind: 'done' }>, { path }: FileStep): string {
  const file = visible(path);
  if (written.kind === 'changed') return `${file} was changed by another program in between.`;
  return `${file} could not be written: ${written.reason}`;
}
