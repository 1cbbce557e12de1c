import { scopeRank, winsInCodeTab } from '../local/entries/code-scopes.ts';
import { switchedOffBy } from '../local/settings/switched-off-by.ts';
import { projectOf as projectOfPointer } from '../local/settings/unapproved-servers.ts';
import { visible } from '../redact/visible.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';

/**
 * The entry that Claude Code takes instead of this one, because it has the same name in a scope that
 * comes first.
 * @returns in words, or null where this one counts
 */
export function hiddenBy(entry: ServerEntry, machine: MachineEvidence): string | null {
  const [other] = hiding(entry, machine);
  if (other === undefined) return null;
  const project = projectOf(other);
  const where = project === null ? '' : ` in ${visible(project)}`;
  const what = entry.scope === 'plugin' ? 'address' : 'name';
  return `the entry of the same ${what} in the scope ${other.scope}${where}`;
}

/**
 * The entry that the Code tab of Claude Desktop takes instead, where the command line takes this one.
 * @returns in words, or null
 */
export function hiddenInCodeTab(entry: ServerEntry, machine: MachineEvidence): string | null {
  const other = entriesOf(machine).find((one) => winsInCodeTab(one, entry));
  return other === undefined ? null : `the entry of the same name in ${visible(other.file)}`;
}

/** The entries that come before this one, somewhere. One that is switched off hides nothing. */
function hiding(entry: ServerEntry, machine: MachineEvidence): readonly ServerEntry[] {
  const rank = scopeRank(entry);
  if (rank === null) return [];
  return entriesOf(machine).filter(
    (one) =>
      (scopeRank(one) ?? Infinity) < rank &&
      isTwin(one, entry) &&
      shareProject(one, entry) &&
      switchedOffBy(one, machine.settings).length === 0,
  );
}

function entriesOf({ configs }: MachineEvidence): readonly ServerEntry[] {
  return configs.flatMap(({ entries }) => entries);
}

/**
 * Whether a log of that project can be about the entry: it is for that project, and no other one of
 * its name is taken there.
 * @param project as its client spells it; null where the log does not say
 */
export function mayTell(
  entry: ServerEntry,
  machine: MachineEvidence,
  project: string | null,
): boolean {
  if (project === null) return true;
  const key = folderKey(project);
  const own = projectOf(entry);
  if (own !== null && folderKey(own) !== key) return false;
  return hiding(entry, machine).every((one) => {
    const other = projectOf(one);
    return other !== null && folderKey(other) !== key;
  });
}

/** Scopes of the user are told apart by name; what a plugin brings, by its address. */
function isTwin(one: ServerEntry, entry: ServerEntry): boolean {
  return entry.scope === 'plugin'
    ? entry.url !== null && one.url === entry.url
    : one.name === entry.name;
}

function shareProject(one: ServerEntry, other: ServerEntry): boolean {
  const [left, right] = [projectOf(one), projectOf(other)];
  return left === null || right === null || left === right;
}

/** The project folder that an entry is for; null where it is for every folder. */
function projectOf({ scope, file, pointer }: ServerEntry): string | null {
  if (scope === 'project') return file.replace(/[\\/][^\\/]*$/, '');
  return scope === 'local' ? projectOfPointer(pointer) : null;
}

/** Claude Code names folders of logs after the project, with hyphens for all but letters and digits. */
function folderKey(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9]/g, '-');
}
