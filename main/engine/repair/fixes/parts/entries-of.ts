import type { FixContext } from '../../../model/fix.ts';
import type { MachineEvidence, ServerEntry } from '../../../model/evidence.ts';

type Given = Pick<FixContext, 'finding' | 'target' | 'machine'>;

/**
 * The entries that a finding is about: those at which its evidence points, else those of its server
 * whose client it concerns.
 * @returns none where it is about the machine or a file
 */
export function entriesOf(context: Given): readonly ServerEntry[] {
  const shown = shownEntries(context);
  return shown.length > 0 ? shown : entriesOfTarget(context);
}

/** The entries at which the evidence of a finding points, or at something within them. */
export function shownEntries({ finding, machine }: Given): readonly ServerEntry[] {
  return allEntries(machine).filter((entry) =>
    finding.evidence.some(
      (one) => one.kind === 'file' && one.file === entry.file && isWithin(one.pointer, entry),
    ),
  );
}

/** The entries of the server that a finding is about; none for one of the machine. */
export function entriesOfTarget({ target, machine }: Given): readonly ServerEntry[] {
  const names = target?.names ?? [];
  return allEntries(machine).filter((entry) =>
    names.some((one) => one.file === entry.file && one.pointer === entry.pointer),
  );
}

function allEntries({ configs }: MachineEvidence): readonly ServerEntry[] {
  return configs.flatMap(({ entries }) => entries);
}

function isWithin(pointer: string | null, entry: ServerEntry): boolean {
  return pointer === entry.pointer || pointer?.startsWith(`${entry.pointer}/`) === true;
}
