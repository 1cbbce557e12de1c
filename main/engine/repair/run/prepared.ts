import type { Backup, FileChange, Preview } from '../../../contract/repair.ts';
import type { ClientId } from '../../../contract/words.ts';
import type { FileNow } from '../../repair-ports.ts';
import type { Change } from '../journal/fold.ts';
import type { Begun } from '../journal/journal-event.ts';

/** What one file becomes. */
export interface FileStep {
  /** As its client names it. */
  readonly path: string;
  readonly before: FileNow;
  readonly after: Uint8Array | null;
  readonly hashAfter: string | null;
  /** Permission bits to give it; undefined for those that it has. */
  readonly mode: number | undefined;
  /** False for what is removed without a backup, with the user's leave. */
  readonly kept: boolean;
  readonly shown: FileChange;
}

/** A plan that was previewed: everything that `apply` needs, fixed at that moment (safety B8). */
export interface Prepared {
  readonly preview: Preview;
  readonly files: readonly FileStep[];
  /** Clients that must not run while the files are written. */
  readonly quits: readonly ClientId[];
  readonly backupWhy: Exclude<Backup['why'], 'asked'>;
  /** What the journal will say; its id, time and backup come when it is done. */
  readonly entry: Omit<Begun, 'kind' | 'id' | 'at' | 'backup'>;
  /** The change that this one finishes or undoes, as it stood at the preview; else null. */
  readonly of: (Pick<Change, 'end' | 'undoneBy'> & { readonly id: string }) | null;
  /** Goes on with that change instead of beginning one of its own. */
  readonly finishes: boolean;
}

/** Files of which something is left to be done. */
export function filesLeft(files: readonly FileStep[]): readonly FileStep[] {
  return files.filter(({ before, hashAfter }) => before.hash !== hashAfter);
}
