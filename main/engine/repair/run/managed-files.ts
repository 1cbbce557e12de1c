import type { MachineEvidence } from '../../model/evidence.ts';

/** Files that an organisation wrote: read-only to us, whatever the disk allows (safety G16). */
export function managedFiles({ configs, settings }: MachineEvidence): ReadonlySet<string> {
  return new Set([
    ...configs.filter(({ scope }) => scope === 'managed').map(({ file }) => file),
    ...settings.filter(({ managed }) => managed).map(({ file }) => file),
  ]);
}
