import type { MachineEvidence, ServerEntry } from '../../../model/evidence.ts';
import type { FixPlan } from '../../../model/fix.ts';
import { codeSettingsFile } from './code-files.ts';
import { entryRules, fileRules } from './file-rules.ts';

/** A place at which a variable can be set for a client, and what holds for its file. */
export interface VariablePlace {
  readonly file: string;
  readonly pointer: string;
  readonly rules: Pick<FixPlan, 'quits' | 'restarts' | 'closed'>;
}

/** `env` of the user’s settings of Claude Code; null where none of its files is known. */
export function inCodeSettings(variable: string, machine: MachineEvidence): VariablePlace | null {
  const file = codeSettingsFile(machine);
  if (file === null) return null;
  const rules = fileRules(file, 'claude-code', machine);
  return { file, pointer: `/env/${variable}`, rules };
}

/** `env` of an entry that starts a program. */
export function inEntry(
  variable: string,
  entry: ServerEntry,
  machine: MachineEvidence,
): VariablePlace {
  const { file, pointer } = entry;
  return { file, pointer: `${pointer}/env/${variable}`, rules: entryRules(entry, machine) };
}
