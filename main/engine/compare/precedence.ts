import { visible } from '../redact/visible.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';

/**
 * Which scope of Claude Code counts where a name stands in several: local before project before user.
 * @see https://code.claude.com/docs/en/mcp, “Scope hierarchy and precedence”
 */
const RANKS: readonly string[] = ['local', 'project', 'user', 'plugin'];

/**
 * The entry that Claude Code takes instead of this one, because it has the same name in a scope that
 * comes first.
 * @returns in words, or null where this one counts
 */
export function hiddenBy(entry: ServerEntry, machine: MachineEvidence): string | null {
  const rank = RANKS.indexOf(entry.scope);
  if (entry.client !== 'claude-code' || rank < 1) return null;
  const other = machine.configs
    .flatMap(({ entries }) => entries)
    .find(
      (one) =>
        one.client === entry.client &&
        one.name === entry.name &&
        RANKS.includes(one.scope) &&
        RANKS.indexOf(one.scope) < rank &&
        shareProject(one, entry),
    );
  if (other === undefined) return null;
  const project = projectOf(other);
  const where = project === null ? '' : ` in ${visible(project)}`;
  return `the entry of the same name in the scope ${other.scope}${where}`;
}

/** Whether a log of that project can be about the entry. @param project as its client spells it */
export function inProject(entry: ServerEntry, project: string | null): boolean {
  const own = projectOf(entry);
  return own === null || project === null || folderKey(own) === folderKey(project);
}

function shareProject(one: ServerEntry, other: ServerEntry): boolean {
  const [left, right] = [projectOf(one), projectOf(other)];
  return left === null || right === null || left === right;
}

/** The project folder that an entry is for; null where it is for every folder. */
function projectOf({ scope, file, pointer }: ServerEntry): string | null {
  if (scope === 'project') return file.replace(/[\\/][^\\/]*$/, '');
  if (scope !== 'local') return null;
  const key = /^\/projects\/([^/]*)\//.exec(pointer)?.[1];
  return key === undefined ? null : key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Claude Code names folders of logs after the project, with hyphens for all but letters and digits. */
function folderKey(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9]/g, '-');
}
