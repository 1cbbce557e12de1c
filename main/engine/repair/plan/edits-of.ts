import type { FixPlan } from '../../model/fix.ts';
import type { EditOperation, Operation, PersonOperation } from '../../model/operation.ts';

const PERSON: ReadonlySet<Operation['kind']> = new Set<PersonOperation['kind']>([
  'tell',
  'wait-for-quit',
  'open-page',
]);

/** The operations that change files, in order. */
export function editsOf(operations: readonly Operation[]): readonly EditOperation[] {
  return operations.filter((one): one is EditOperation => !PERSON.has(one.kind));
}

/** The files that an operation reads or writes, as the fix names them. */
export function filesOf(operation: EditOperation): readonly string[] {
  return 'from' in operation ? [operation.from.file, operation.to.file] : [operation.file];
}

/** Is everything brought back by undo? What only a person does is not ours to take back. */
export function isUndoable({ automation, risk, operations }: FixPlan): boolean {
  const isLost = operations.some((one) => one.kind === 'remove-file' && !one.backup);
  return automation !== 'instructions' && risk !== 'lost-for-good' && !isLost;
}

/**
 * Two names of one file become one, so that its edits meet in one text (safety G8).
 * @param nameOf the one name of a file
 */
export function withNames(
  operations: readonly EditOperation[],
  nameOf: (file: string) => string,
): readonly EditOperation[] {
  return operations.map((one) => {
    if (!('from' in one)) return { ...one, file: nameOf(one.file) };
    const [from, to] = [one.from, one.to].map((at) => ({ ...at, file: nameOf(at.file) }));
    return { ...one, from: from!, to: to! };
  });
}
