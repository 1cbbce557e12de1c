import type { MachineEvidence } from '../../../model/evidence.ts';
import type { SettingsFile } from '../../../model/settings-evidence.ts';

/** Claude Code's own files, by where others of them lie. A fix is given no paths but those. */

/**
 * The file from which Claude Code reads servers of the same reach as a settings file: `.mcp.json` of
 * the project, or `~/.claude.json`.
 * @returns null where it cannot be told
 */
export function codeServersFile(
  settings: Pick<SettingsFile, 'file'>,
  machine: MachineEvidence,
): { readonly file: string } | null {
  const scope = isProjects(settings.file, machine) ? 'project' : 'user';
  const known = machine.configs.find((one) => one.client === 'claude-code' && one.scope === scope);
  if (known !== undefined) return { file: known.file };
  const folder = folderOf(settings.file);
  const [above, own] = [folderOf(folder), /[\\/]\.claude$/.test(folder)];
  const name = scope === 'project' ? '.mcp.json' : '.claude.json';
  return { file: joined(own ? above : folder, name) };
}

/** A settings file of a project lies in a `.claude` that is not the one of the user. */
function isProjects(file: string, machine: MachineEvidence): boolean {
  const own = machine.settings.find((one) => one.file === file);
  if (own?.scope === 'project' || own?.scope === 'local') return true;
  if (own?.scope === 'repository') return true;
  const users = userFolders(machine);
  return own?.scope === 'unread' && !users.includes(folderOf(file));
}

/**
 * The settings of Claude Code for all projects of its user: the file that is there, or where it
 * would be made.
 * @returns null where no file of Claude Code is known
 */
export function codeSettingsFile(machine: MachineEvidence): string | null {
  const known = machine.settings.find(
    ({ client, scope, file }) =>
      client === 'claude-code' && scope === 'user' && /[\\/]settings\.json$/.test(file),
  );
  if (known !== undefined) return known.file;
  const [folder] = userFolders(machine);
  return folder === undefined ? null : joined(folder, 'settings.json');
}

/** The folder of Claude Code, mostly `~/.claude`, by what is known to lie there or beside it. */
function userFolders({ configs, settings, stores, facts }: MachineEvidence): readonly string[] {
  const inside = [
    ...stores.places.filter(({ client }) => client === 'claude-code').map(({ file }) => file),
    ...stores.signIns.filter(({ client }) => client === 'claude-code').map(({ file }) => file),
    ...stores.needsAuth.map(({ file }) => file),
    ...settings
      .filter(({ scope, file }) => scope === 'user' && /[\\/]settings\.json$/.test(file))
      .map(({ file }) => file),
  ].map(folderOf);
  const state = [...configs, ...settings].find(({ file }) => /[\\/]\.claude\.json$/.test(file));
  const chosen = facts.environment.some(({ name }) => name === 'CLAUDE_CONFIG_DIR');
  const beside = state === undefined ? [] : [folderOf(state.file)];
  return [...new Set([...inside, ...beside.map((one) => (chosen ? one : joined(one, '.claude')))])];
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}

function joined(folder: string, name: string): string {
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}
