import type { ConfigState } from '../../contract/report.ts';
import type { ConfigFile } from '../model/evidence.ts';
import type { FileRead } from '../ports.ts';
import { visible } from '../redact/visible.ts';
import { membersOf, repeatedNames, type JsonNode } from './json-tree.ts';
import type { ConfigLocation } from './locations.ts';
import { parseConfig, type ParsedConfig } from './parse-config.ts';
import { readServerEntries, SERVER_LIMIT, type ReadEntries } from './server-entries.ts';

/** The cap for a configuration file (safety G2). */
export const CONFIG_LIMIT = 10 * 1024 * 1024;

/** A configuration file as evidence, and its tree for those who look for something else in it. */
export interface ReadConfig {
  readonly config: ConfigFile;
  readonly root: JsonNode | null;
}

/**
 * Turns what was read of a configuration file into evidence. Never throws, whatever the bytes are:
 * each way a file can fail is a state (design: bad input).
 * @param location the row it was found by
 * @param file its path
 * @param read what the files port gave
 * @param isSet whether the environment has a variable; null where that is not known
 * @returns null where the file does not exist
 */
export function readConfig(
  location: ConfigLocation,
  file: string,
  read: FileRead,
  isSet: (name: string) => boolean | null = () => null,
): ReadConfig | null {
  if (read.kind === 'missing') return null;
  if (read.kind !== 'bytes') return { config: unreadConfig(location, file, read), root: null };
  const parsed = parseConfig(read.bytes, location);
  const { entries, problems, passedOver } = serversIn(location, file, parsed, isSet);
  const config: ConfigFile = {
    client: location.client,
    scope: location.scope,
    file,
    state: parsed.state,
    detail: parsed.detail,
    notes: [
      ...parsed.notes,
      ...repetitions(location, parsed.root),
      ...secretNotes(entries),
      ...countNotes(passedOver),
    ],
    problems: [...parsed.problems, ...problems],
    entries,
  };
  return { config, root: parsed.root };
}

function serversIn(
  location: ConfigLocation,
  file: string,
  parsed: ParsedConfig,
  isSet: (name: string) => boolean | null,
): ReadEntries {
  const { client, tables } = location;
  const { root, positionAt, excerptAt, excerptOf } = parsed;
  if (root === null) return { entries: [], problems: [], passedOver: 0 };
  const read = { client, file, tables, schema: location, root };
  return readServerEntries({ ...read, positionAt, excerptAt, excerptOf, isSet });
}

function countNotes(passedOver: number): string[] {
  return passedOver === 0
    ? []
    : [`more than ${SERVER_LIMIT} servers; ${passedOver} of them were not read`];
}

/** Secrets in plain text have no mode of their own: the catalogue has none, and they work. */
function secretNotes(entries: ConfigFile['entries']): string[] {
  const lines = entries.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === 'secret' ? [fact.at.line] : [])),
  );
  const all = [...new Set(lines)].sort((one, two) => one - two);
  if (all.length === 0) return [];
  const shown = all.slice(0, LINES_SHOWN).join(', ') + (all.length > LINES_SHOWN ? ', …' : '');
  return [`secrets in plain text, line ${shown}`];
}

const LINES_SHOWN = 5;

type Unread = Exclude<FileRead, { readonly kind: 'bytes' | 'missing' }>;

function unreadConfig(location: ConfigLocation, file: string, read: Unread): ConfigFile {
  const state: ConfigState = read.kind;
  const { client, scope } = location;
  return {
    client,
    scope,
    file,
    state,
    detail: whyUnread(read),
    notes: [],
    problems: [],
    entries: [],
  };
}

function whyUnread(read: Unread): string {
  if (read.kind === 'folder') return 'A folder stands where the file should be.';
  if (read.kind === 'unreadable') return `The file cannot be read: ${visible(read.reason)}`;
  return `The file has ${megabytes(read.size)} MB; up to ${megabytes(CONFIG_LIMIT)} MB are read.`;
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 104_857.6) / 10).toString();
}

/** Keys that come twice, among those that lead to servers and in the entries themselves. */
function repetitions({ tables }: ConfigLocation, root: JsonNode | null): string[] {
  const looked = new Set<JsonNode>();
  for (const { path } of tables) {
    // One level more than the path: the entries of the last table.
    let level = root === null ? [] : [root];
    for (const key of [...path, '*', null]) {
      for (const node of level) looked.add(node);
      level = level.flatMap((node) => below(node, key));
    }
  }
  const names = [...looked].flatMap(repeatedNames);
  return [...new Set(names)].map(
    (name) => `duplicate key "${visible(name).slice(0, 80)}"; the last one counts`,
  );
}

function below(node: JsonNode, key: string | null): JsonNode[] {
  if (key === null) return [];
  return membersOf(node)
    .filter(({ name }) => key === '*' || name === key)
    .map(({ value }) => value);
}
