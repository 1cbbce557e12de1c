import type { EntryFact } from '../../model/entry-fact.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import { applies, projectOf } from './unapproved-servers.ts';

/**
 * How an entry is kept from its client: nobody has approved it yet, somebody refused it or switched
 * it off by name, its plugin is off, or the entry itself says so.
 */
export type OffBy = 'unapproved' | 'refused' | 'disabled' | 'plugin' | 'entry';

/** What keeps a client from an entry, and where it stands. */
export interface SwitchedOff {
  readonly by: OffBy;
  readonly at: Pick<SettingFact, 'line' | 'column' | 'pointer' | 'excerpt'> & {
    readonly file: string;
  };
  /** The project in which it does so; null where in all. */
  readonly project: string | null;
}

/**
 * Finds what switches an entry off, or leaves it without approval: a word in the entry itself, the
 * plugin that it came with, or settings of Claude Code. `disabledMcpjsonServers` and approvals are
 * about servers of a project only.
 * @param entry the entry
 * @param settings all settings files
 */
export function switchedOffBy(
  entry: ServerEntry,
  settings: readonly SettingsFile[],
): readonly SwitchedOff[] {
  const own = settings.filter(({ client }) => client === entry.client);
  const named = own.flatMap((file) =>
    file.facts
      .filter((fact) => fact.name === entry.name && concerns(fact, entry))
      .map((fact) => found(byOf(fact), file, fact)),
  );
  return [...named, ...pluginOff(entry, own), ...entry.facts.flatMap((one) => inEntry(one, entry))];
}

/**
 * Whether no session of its client starts an entry: then its server need not be asked. What only
 * waits for an approval, or is off in one project, is still somebody's question.
 */
export function isOff(entry: ServerEntry, settings: readonly SettingsFile[]): boolean {
  return switchedOffBy(entry, settings).some(
    ({ by, project }) =>
      by !== 'unapproved' &&
      (project === null || projectOf(entry.pointer) !== null || by === 'refused'),
  );
}

function found(by: OffBy, { file }: SettingsFile, fact: SettingFact): SwitchedOff {
  const { line, column, pointer, excerpt } = fact;
  return { by, at: { file, line, column, pointer, excerpt }, project: projectOf(pointer) };
}

function byOf({ kind, value }: SettingFact): OffBy {
  if (kind === 'unapproved-server') return 'unapproved';
  return value === 'disabledMcpjsonServers' ? 'refused' : 'disabled';
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

/** Which settings decide where several name a plugin (code.claude.com/docs/en/settings). */
const NEAREST_FIRST: readonly string[] = ['managed', 'local', 'project', 'user'];

function pluginOff(entry: ServerEntry, settings: readonly SettingsFile[]): readonly SwitchedOff[] {
  const plugin = pluginOf(entry);
  if (plugin === null) return [];
  const told = settings.flatMap((file) =>
    file.facts
      .filter(({ name, value }) => name === 'enabledPlugins' && value.startsWith(`${plugin}: `))
      .map((fact) => ({ file, fact })),
  );
  const [nearest] = told.toSorted((one, two) => rankOf(one.file) - rankOf(two.file));
  const isOn = nearest?.fact.value !== `${plugin}: false`;
  return nearest === undefined || isOn ? [] : [found('plugin', nearest.file, nearest.fact)];
}

function rankOf({ scope }: SettingsFile): number {
  return NEAREST_FIRST.indexOf(scope);
}

/** `plugin@marketplace`, from the folder that its copy lies in. */
function pluginOf({ scope, file }: ServerEntry): string | null {
  if (scope !== 'plugin') return null;
  const path = file.replaceAll('\\', '/');
  const [, marketplace, plugin] = /\/plugins\/cache\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
  return marketplace === undefined ? null : `${plugin}@${marketplace}`;
}

function inEntry(fact: EntryFact, { file, excerpt }: ServerEntry): readonly SwitchedOff[] {
  if (fact.kind !== 'switched-off') return [];
  return [{ by: 'entry', at: { file, excerpt, ...fact.at }, project: null }];
}
