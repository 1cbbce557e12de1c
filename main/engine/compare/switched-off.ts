import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import type { SettingKind } from '../model/settings-evidence.ts';
import { visible } from '../redact/visible.ts';

/** Settings that keep a client from an entry, with what they do. */
const REASONS: Readonly<Partial<Record<SettingKind, string>>> = {
  'disabled-server': 'switched off',
  'unapproved-server': 'not approved yet',
};

/**
 * Why the client of an entry passes it over although it stands there: a setting names it.
 * @returns in words with the file that says so, or null
 */
export function switchedOff(entry: ServerEntry, { settings }: MachineEvidence): string | null {
  for (const { client, file, facts } of settings) {
    if (client !== entry.client) continue;
    const fact = facts.find(({ kind, name }) => REASONS[kind] !== undefined && name === entry.name);
    // Approval is asked for servers of a project only.
    if (fact === undefined || (fact.kind === 'unapproved-server' && entry.scope !== 'project'))
      continue;
    return `${REASONS[fact.kind] ?? ''} in ${visible(file)}, line ${fact.line}`;
  }
  return null;
}
