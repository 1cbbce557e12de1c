/**
 * What a fix does, as data. An operation names places, never values that it found there: what is
 * secret stays in its file and is moved or changed within it (safety A13, F9).
 */
import type { PageId } from '../repair/page-id.ts';
import type { ClientId } from '../../contract/words.ts';
import type { Json } from './evidence.ts';
import type { ValueChange } from './value-change.ts';

/** A value in a JSON file. */
export interface ValueAt {
  readonly file: string;
  /** JSON pointer (RFC 6901); empty for the whole document. */
  readonly pointer: string;
}

/** An operation that changes a file, pure over its text. */
export type EditOperation =
  /** Puts a value there, in place of one or behind the last member; makes the objects above it. */
  | (ValueAt & { readonly kind: 'set-value'; readonly value: Json })
  | (ValueAt & { readonly kind: 'remove-value' })
  /** Gives a member another name, in its place. */
  | (ValueAt & { readonly kind: 'rename-key'; readonly to: string })
  /** Changes a value by a rule of the table, which reads the value in its file. */
  | (ValueAt & { readonly kind: 'change-value'; readonly by: ValueChange })
  /** Takes a value from a place to another, in the same or another file, letter by letter. */
  | { readonly kind: 'move-value'; readonly from: ValueAt; readonly to: ValueAt }
  | { readonly kind: 'copy-value'; readonly from: ValueAt; readonly to: ValueAt }
  /** Repairs what breaks the JSON: byte order mark, comments, commas, quotation marks. */
  | { readonly kind: 'mend-syntax'; readonly file: string }
  /** Removes a whole file; without a backup only where it says so (logs). */
  | { readonly kind: 'remove-file'; readonly file: string; readonly backup: boolean };

/** An operation that a person does. */
export type PersonOperation =
  | { readonly kind: 'tell'; readonly text: string; readonly copy: string | null }
  | { readonly kind: 'wait-for-quit'; readonly client: ClientId }
  | { readonly kind: 'open-page'; readonly page: PageId };

export type Operation = EditOperation | PersonOperation;
