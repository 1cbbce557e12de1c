import type { Changes, FileNow } from '../repair-ports.ts';
import type { PutBack } from './restore-plan.ts';

/** What became of putting files back. `stuck` is that some could not be taken back either. */
export type PutBackEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: string; readonly stuck: readonly string[] };

/**
 * Writes all files or none: where one is refused, those before it get their bytes and permissions
 * back (safety G15). The lock is held and a backup of what is there now is verified.
 */
export async function putBack(
  changes: Pick<Changes, 'write' | 'remove' | 'inspect'>,
  files: readonly PutBack[],
): Promise<PutBackEnd> {
  const tried: PutBack[] = [];
  for (const one of files) {
    tried.push(one);
    const why = await writeOne(changes, one);
    if (why === null) continue;
    const stuck = await takeBack(changes, tried.toReversed());
    return { kind: 'refused', why, stuck };
  }
  return { kind: 'done' };
}

/** @returns why it was not written, or null */
async function writeOne(changes: Pick<Changes, 'write'>, one: PutBack): Promise<string | null> {
  const { file, bytes, now } = one;
  try {
    const mode = file.mode === null ? [] : ([file.mode] as const);
    const written = await changes.write(file.path, bytes, now.hash, ...mode);
    if (written.kind === 'done') return null;
    if (written.kind === 'changed') return `${file.path} was changed meanwhile.`;
    return `${file.path} could not be written: ${written.reason}.`;
  } catch {
    return `${file.path} could not be written.`;
  }
}

/** The one that failed may have been written all the same, so what is there decides. */
async function takeBack(
  changes: Pick<Changes, 'write' | 'remove' | 'inspect'>,
  tried: readonly PutBack[],
): Promise<readonly string[]> {
  const stuck: string[] = [];
  for (const one of tried) {
    const isBack = await takeBackOne(changes, one).catch(() => false);
    if (!isBack) stuck.push(one.file.path);
  }
  return stuck;
}

async function takeBackOne(
  changes: Pick<Changes, 'write' | 'remove' | 'inspect'>,
  { file, now: before }: PutBack,
): Promise<boolean> {
  const now = await changes.inspect(file.path);
  // Somebody else's bytes are left to them.
  if (now.hash !== file.hash) return now.hash === before.hash || now.hash !== null;
  if (isAsBefore(now, before)) return true;
  const back =
    before.bytes === null
      ? await changes.remove(file.path, file.hash)
      : await changes.write(file.path, before.bytes, file.hash, ...modeOf(before));
  return back.kind === 'done';
}

function isAsBefore(now: FileNow, before: FileNow): boolean {
  return now.hash === before.hash && now.mode === before.mode;
}

function modeOf({ mode }: FileNow): readonly [] | readonly [number] {
  return mode === null ? [] : [mode];
}
