import type { ClientId, Step } from '../../../../contract/words.ts';
import type { LogEventKind, LogFormat } from '../../../model/log-evidence.ts';
import type { ModeCode } from '../../../model/mode-code.ts';

/** A text that a client is known to write, and what it means. */
export interface Signature {
  readonly id: string;
  /** The mode that it points to; null where it only tells the story. */
  readonly code: ModeCode | null;
  readonly step: Step;
  /** What it says has happened; null where it is only a clue. */
  readonly event: LogEventKind | null;
  /** Who writes it. */
  readonly clients: readonly ClientId[];
  /** In which logs it counts. */
  readonly formats: readonly LogFormat[] | 'all';
  /** Plain text that every matching message holds; the scanner looks for these. */
  readonly needle: string;
  /**
   * Over the message, in linear time: every repetition is bounded or cannot match in two ways. A
   * group `url` is an address of the server that the line names.
   */
  readonly pattern: RegExp;
  /** Versions of the client in which it was seen; empty where the source names none. */
  readonly seenIn: readonly string[];
  /** A public address, or `observed`: seen in a run of the real client (docs). */
  readonly source: string;
  /** The wording is concluded from what the source tells, and is not quoted from a log. */
  readonly isInferred?: true;
  /** A message that it knows, as the client wrote it. */
  readonly sample: string;
}

/** What the rows of one table have in common. */
type Shared = 'clients' | 'formats' | 'seenIn' | 'source';

/** A row as a table has it: what is left out is as the table says. */
export type Row = Omit<Signature, Shared> & Partial<Pick<Signature, Shared>>;

/** Completes the rows of a table with what they have in common. */
export function table(shared: Pick<Signature, Shared>, rows: readonly Row[]): readonly Signature[] {
  return rows.map((row) => ({ ...shared, ...row }));
}
