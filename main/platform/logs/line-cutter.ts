import type { ScannedLine } from '../../engine/ports.ts';
import { createDatedHead } from './dated-head.ts';
import { UNFINISHED, HISTORY, type LogWindow } from './log-window.ts';
import type { NeedleFinder } from './needle-finder.ts';
import type { TextForm } from './text-form.ts';

export interface CutterOptions {
  readonly form: TextForm;
  readonly finder: NeedleFinder;
  readonly lineLength: number;
  /** Lines whose first byte lies from `begin` on and before `end` are handed over. */
  readonly begin: number;
  readonly end: number;
  /** Newlines in the file before the first window; null where they were not counted. */
  readonly newlinesAbove: number | null;
}

export interface Cut {
  readonly lines: readonly ScannedLine[];
  /** Index from which on the window is to be kept for the next one. */
  readonly keep: number;
  /** True where no line of the part can follow. */
  readonly isDone: boolean;
}
