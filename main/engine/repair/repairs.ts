import type { Backup, JournalEntry, Preview } from '../../contract/repair.ts';
import type { Report } from '../../contract/report.ts';
import type { Progress } from '../run/diagnose.ts';

/** Asks the user, outside of the window that could be deceived (safety G1). */
export type Confirm = (question: ConfirmQuestion) => Promise<boolean>;
export interface ConfirmQuestion {
  /** What will be done, as a question of at most nine words. */
  readonly title: string;
  /** Every file in full and what becomes of it, a line each. */
  readonly lines: readonly string[];
  /** The words of the two answers. */
  readonly yes: string;
  readonly no: string;
}

export interface RepairCall {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Which server the finding was found at: repeats the same run after a fix. */
export interface RepairPlace {
  /** A configured server by its id, an address, or null for this machine as a whole. */
  readonly target: string | null;
  /** Nobody is asked; the checks then read this machine only. */
  readonly offline: boolean;
  /**
   * The report in which it was offered, where a new run cannot see the same again: of a traced sign-in.
   * What a person does is planned from it; a file is never changed on its word alone.
   */
  readonly shown?: Report;
}

/** What happened to a plan. */
export type Applied =
  | { readonly kind: 'done'; readonly entry: JournalEntry }
  /** The user said no, or stopped it before anything was written. */
  | { readonly kind: 'not-done'; readonly why: string }
  /** Nothing is changed, and why: the file changed in between, the disk refused, a client runs. */
  | { readonly kind: 'refused'; readonly why: string; readonly whatToDo: string };

/**
 * From finding to working connection, for all hosts. Reads afresh before each plan; writes only in
 * `apply`, `undo`, `finish` and `restore`, after `confirm`, one change at a time.
 */
export interface Repairs {
  /**
   * Looks again and plans the fix of one finding.
   * @param answers to what the fix asks, by id
   * @throws AppError `unknown-fix` where no such fix is offered any more
   */
  preview(
    fix: string,
    place: RepairPlace,
    answers: Readonly<Record<string, string>>,
    call: RepairCall,
  ): Promise<Preview>;
  /**
   * Does what was previewed: lock, precondition hashes, confirmation, backup, write, re-read, the
   * smallest failing check, then the whole verdict.
   * @param ticket of a preview of this process, good once
   * @throws AppError `stale-ticket`
   */
  apply(ticket: string, confirm: Confirm, call: RepairCall): Promise<Applied>;
  /** The same for taking back: a preview with a ticket. @throws AppError `unknown-entry` */
  previewUndo(entry: string): Promise<Preview>;
  /** What was done, newest first, each held against the disk as it is now. */
  journal(): Promise<readonly JournalEntry[]>;
  /** Goes on with a change that a crash interrupted; its undo is previewUndo. */
  previewFinish(entry: string): Promise<Preview>;
  /**
   * Looks at applied changes again, after the client's next start: what was wiped becomes `wiped`,
   * and its preview of being done again is previewFinish.
   */
  recheck(call: RepairCall): Promise<readonly JournalEntry[]>;
  /** The journal as Markdown, to keep a working fix for the team; masked. */
  markdown(entries: readonly string[] | null): Promise<string>;
}

export interface Backups {
  /** Backs up everything that Unblank can change on this machine, and only that. */
  create(call: RepairCall): Promise<Backup>;
  /** Newest first, each held against the disk and checked for damage. */
  list(): Promise<readonly Backup[]>;
  /**
   * What restoring would change; files of the backup by name, or all.
   * @throws AppError `unknown-backup`, `damaged-backup`
   */
  previewRestore(backup: string, files: readonly string[] | null): Promise<Preview>;
  /** The same promise as `apply`: all files or none (safety G15). */
  apply(ticket: string, confirm: Confirm, call: RepairCall): Promise<Applied>;
  /** Drops old ones; never the last good one (G13). @returns the ids that are gone */
  prune(): Promise<readonly string[]>;
}
