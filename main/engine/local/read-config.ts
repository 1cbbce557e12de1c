import type { ConfigState } from '../../contract/report.ts';
import type { ConfigFile } from '../model/evidence.ts';
import type { FileRead } from '../ports.ts';
import { visible } from '../redact/visible.ts';
import { membersOf, repeatedNames, type JsonNode } from './json-tree.ts';
import type { ConfigLocation } from './locations.ts';
import { parseConfig, type ParsedConfig } from './parse-config.ts';
import { readServerEntries } from './server-entries.ts';

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
 * @returns null where the file does not exist
 */
export function readConfig(
  location: ConfigLocation,
  file: string,
  read: FileRead,
): ReadConfig | null {
  if (read.kind === 'missing') return null;
  if (read.kind !== 'bytes') return { config: unreadConfig(location, file, read), root: null };
  const parsed = parseConfig(read.bytes, location.byteOrderMark);
  const { entries, problems } = serversIn(location, file, parsed);
  const config: ConfigFile = {
    client: location.client,
    scope: location.scope,
    file,
    state: parsed.state,
    detail: parsed.detail,
    notes: [...parsed.notes, ...repetitions(location, parsed.root)],
    problems: [...parsed.problems, ...problems],
    entries,
  };
  return { config, root: parsed.root };
}

function serversIn(
  { client, tables, typeKeys }: ConfigLocation,
  file: string,
  parsed: ParsedConfig,
): Pick<ConfigFile, 'entries' | 'problems'> {
  const { text, root, positionAt, excerptAt } = parsed;
  if (root === null) return { entries: [], problems: [] };
  return readServerEntries({ client, file, tables, typeKeys, text, root, positionAt, excerptAt });
}

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
