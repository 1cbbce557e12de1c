import type { EditOperation } from '../../model/operation.ts';
import { EditFiles, type EditNote } from './edit-files.ts';
import { changeValue } from './kinds/change-value.ts';
import { copyValue, moveValue } from './kinds/copy-value.ts';
import { mendSyntax } from './kinds/mend-syntax.ts';
import { removeValue } from './kinds/remove-value.ts';
import { renameKey } from './kinds/rename-key.ts';
import { setValue } from './kinds/set-value.ts';
import { EditRefusal } from './refusal.ts';

/** What became of the files of a plan. */
export type Edits =
  | {
      readonly kind: 'edited';
      /** All files that were given; the bytes of those that no operation changed are the same object. */
      readonly files: ReadonlyMap<string, Uint8Array | null>;
      /** What the diff does not say by itself, a sentence each. */
      readonly notes: readonly EditNote[];
    }
  | { readonly kind: 'problem'; readonly file: string; readonly reason: string };

/**
 * Works out what operations would make of files, pure over their bytes, one after the other. Only what
 * an operation names is changed: order, comments, indentation, line ends, the byte order mark, names
 * that come twice and unknown keys stay letter by letter.
 * @param files every file that an operation names; null for one that is not there
 * @param operations in the order in which they apply
 * @returns the first problem, with a reason for people that holds no value of a file, and then nothing
 *   is changed at all
 */
// SECURITY: G4
export function applyEdits(
  files: ReadonlyMap<string, Uint8Array | null>,
  operations: readonly EditOperation[],
): Edits {
  const working = new EditFiles(files);
  for (const operation of operations) {
    try {
      apply(working, operation);
    } catch (error) {
      if (!(error instanceof EditRefusal)) throw error;
      return { kind: 'problem', file: error.file ?? fileOf(operation), reason: error.message };
    }
  }
  return { kind: 'edited', ...working.result() };
}

type Kinds = {
  readonly [Kind in EditOperation['kind']]: (
    files: EditFiles,
    operation: Extract<EditOperation, { readonly kind: Kind }>,
  ) => void;
};

const KINDS: Kinds = {
  'set-value': setValue,
  'remove-value': removeValue,
  'rename-key': renameKey,
  'change-value': (files, operation) =>
    changeValue(files, operation, (inner) => {
      apply(files, inner);
    }),
  'move-value': moveValue,
  'copy-value': copyValue,
  'mend-syntax': mendSyntax,
  'remove-file': (files, { file }) => {
    files.remove(file);
  },
};

function apply<Kind extends EditOperation['kind']>(
  files: EditFiles,
  operation: Extract<EditOperation, { readonly kind: Kind }>,
): void {
  const kind: Kind = operation.kind as Kind;
  KINDS[kind](files, operation);
}

function fileOf(operation: EditOperation): string {
  return 'file' in operation ? operation.file : operation.to.file;
}
