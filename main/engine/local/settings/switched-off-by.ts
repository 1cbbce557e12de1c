import type { ServerEntry } from '../../model/evidence.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import { applies, projectOf } from './unapproved-servers.ts';

/** A setting that keeps a client from an entry. */
export interface SwitchedOff {
  readonly file: SettingsFile;
  readonly fact: SettingFact;
  /** The project in which it does so; null where in all. */
  readonly project: string | null;
}

/**
 * Finds the settings that switch an entry of Claude Code off, or leave it without approval.
 * `disabledMcpjsonServers` and approvals are about servers of a project only.
 * @param entry the entry
 * @param settings all settings files
 */
export function switchedOffBy(
  entry: ServerEntry,
  settings: readonly SettingsFile[],
): readonly SwitchedOff[] {
  return settings
    .filter(({ client }) => client === entry.client)
    .flatMap((file) =>
      file.facts
        .filter((fact) => fact.name === entry.name && concerns(fact, entry))
        .map((fact) => ({ file, fact, project: projectOf(fact.pointer) })),
    );
}

function concerns(fact: SettingFact, entry: ServerEntry): boolean {
  const { kind, value } = fact;
  if (kind === 'unapproved-server' || value === 'disabledMcpjsonServers') {
    const isKind = kind === 'unapproved-server' || kind === 'disabled-server';
    return isKind && entry.scope === 'project' && applies(fact, entry.file);
  }
  if (kind !== 'disabled-server') return false;
  const [of, inProject] = [projectOf(entry.pointer), projectOf(fact.pointer)];
  if (of !== null) return inProject === null || of === inProject;
  return entry.scope !== 'project' || applies(fact, entry.file);
}
