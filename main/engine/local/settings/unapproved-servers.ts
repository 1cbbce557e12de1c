import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';

/**
 * Keeps of the servers of a project those that nobody has approved or refused yet. Claude Code
 * starts a server of `.mcp.json` only after a person said yes to it, or settings say so for all
 * (code.claude.com/docs/en/mcp, project scope).
 * @param settings every server of the project is noted as unapproved in them
 */
export function unapprovedServers(settings: readonly SettingsFile[]): readonly SettingsFile[] {
  const project = settings.find(isProject);
  if (project === undefined) return settings;
  const others = settings.filter((one) => one !== project && one.client === 'claude-code');
  const given = others.map((one) => ({
    ...one,
    facts: one.facts.filter((fact) => applies(fact, project.file)),
  }));
  const isTrusted = given.some(({ facts }) => facts.some(saysTrusted));
  // What a repository says of itself counts only once a person trusts it (seen with 2.1.330).
  const facts = given.flatMap((one) =>
    isTrusted || !OF_PROJECT.has(one.scope) ? one.facts : one.facts.filter(isRefusal),
  );
  const all = facts.some(
    ({ name, value }) => name === 'enableAllProjectMcpServers' && value === 'true',
  );
  const decided = new Set(
    facts.flatMap(({ name, value }) =>
      /^(?:en|dis)abledMcpjsonServers$/.test(value) ? [name] : [],
    ),
  );
  const open = all ? [] : project.facts.filter(({ name }) => !decided.has(name));
  return settings.map((one) => (one === project ? { ...one, facts: open } : one));
}

/** Scopes of the settings that lie in the project’s own folder. */
const OF_PROJECT: ReadonlySet<string> = new Set(['project', 'local']);

function saysTrusted({ name, value }: SettingFact): boolean {
  return name === 'hasTrustDialogAccepted' && value === 'true';
}

function isRefusal({ value }: SettingFact): boolean {
  return value === 'disabledMcpjsonServers';
}

function isProject({ facts }: SettingsFile): boolean {
  return facts.some(({ kind }) => kind === 'unapproved-server');
}

/**
 * Whether a setting is about the project of a file. Settings of a person or an organisation are about
 * all of them; what stands under `projects` is about the one that it names.
 * @param fact the setting
 * @param file a file at the top of the project
 */
export function applies({ pointer }: Pick<SettingFact, 'pointer'>, file: string): boolean {
  const project = projectOf(pointer);
  return project === null || isSameFolder(project, folderOf(file));
}

/** The project that a JSON pointer into `.claude.json` leads through; null where it is about all. */
export function projectOf(pointer: string): string | null {
  const [, name] = /^\/projects\/([^/]+)\//.exec(pointer) ?? [];
  return name === undefined ? null : name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * A copied project has another path: it ends with the one that is named, or comes from a Windows
 * path, of which the last two folders tell it.
 */
function isSameFolder(named: string, folder: string): boolean {
  const [one, two] = [segmentsOf(named), segmentsOf(folder)];
  const ends = two.slice(-one.length).join('/') === one.join('/');
  const copied = isWindows(named) !== isWindows(folder);
  return ends || (copied && one.slice(-2).join('/') === two.slice(-2).join('/'));
}

function isWindows(path: string): boolean {
  return /^[a-z]:/i.test(path);
}

function segmentsOf(path: string): readonly string[] {
  return path.replaceAll('\\', '/').toLowerCase().split('/').filter(Boolean);
}

function folderOf(file: string): string {
  return file.replace(/[\\/][^\\/]*$/, '');
}
