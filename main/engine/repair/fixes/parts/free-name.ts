import type { MachineEvidence, ServerEntry } from '../../../model/evidence.ts';

/** The names of the entries that stand in the same object as this one, itself left out. */
export function namesBeside(entry: ServerEntry, { configs }: MachineEvidence): readonly string[] {
  const own = tableOf(entry.pointer);
  return configs
    .filter(({ file }) => file === entry.file)
    .flatMap(({ entries }) => entries)
    .filter(({ pointer }) => pointer !== entry.pointer && tableOf(pointer) === own)
    .map(({ name }) => name);
}

function tableOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** A name, with a number behind it where it is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
