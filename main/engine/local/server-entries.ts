import type { Transport } from '../../contract/words.ts';
import type { ConfigProblem, ServerEntry } from '../model/evidence.ts';
import { excerptLines } from '../redact/excerpt.ts';
import { visible } from '../redact/visible.ts';
import { fieldProblems } from './entry-shape.ts';
import { membersOf, pointerOf, stringOf, memberOf, typeWord } from './json-tree.ts';
import type { JsonNode, Member } from './json-tree.ts';
import type { ServerTable } from './locations.ts';
import { readMcpRemoteArguments } from './mcp-remote-arguments.ts';
import type { TextPosition } from './text-position.ts';

/** A parsed file and what its location says of it. */
export interface EntrySource {
  readonly client: ServerEntry['client'];
  readonly file: string;
  readonly tables: readonly ServerTable[];
  readonly typeKeys: readonly string[];
  readonly text: string;
  readonly root: JsonNode;
  readonly positionAt: (offset: number) => TextPosition;
  readonly excerptAt: (offset: number) => string;
}

export interface ReadEntries {
  readonly entries: readonly ServerEntry[];
  readonly problems: readonly ConfigProblem[];
}

/** More of them would tell a reader nothing new. */
const PROBLEM_LIMIT = 20;

/** A value on the way to the servers, and the keys that led there. */
interface Place {
  readonly node: JsonNode;
  readonly names: readonly string[];
}

/**
 * Finds the server entries of a configuration. A value of the wrong type becomes a problem of kind
 * `shape` and the rest is still read. Of a name that comes twice the last counts, as in JSON.parse.
 * Nothing is expanded, included or run (safety G3).
 * @param source the parsed file with what its location says of it
 */
export function readServerEntries(source: EntrySource): ReadEntries {
  const read = source.tables.map((table) => readTable(source, table));
  // Two tables share their first keys, so they can meet the same wrong value.
  const problems = new Map(read.flatMap((one) => one.problems).map((one) => [keyOf(one), one]));
  return {
    entries: read.flatMap((one) => one.entries),
    problems: [...problems.values()].slice(0, PROBLEM_LIMIT),
  };
}

function keyOf({ line, column, message }: ConfigProblem): string {
  return `${line}:${column}:${message}`;
}

function readTable(source: EntrySource, table: ServerTable): ReadEntries {
  const { found, wrong } = follow({ node: source.root, names: [] }, table.path);
  const servers = found.flatMap(({ node, names }) =>
    lastOfEach(node).map((member) => ({ member, names: [...names, member.name] })),
  );
  const objects = servers.filter(({ member }) => member.value.type === 'object');
  const others = servers.filter(({ member }) => member.value.type !== 'object');
  return {
    entries: objects.map(({ member, names }) => entryOf(source, table.scope, member, names)),
    problems: [
      ...wrong.map(({ node, names }) => notAnObject(source, node, names)),
      ...others.map(({ member, names }) => notAnObject(source, member.value, names)),
      ...objects.flatMap(({ member, names }) =>
        fieldProblems(member, names).map(({ node, message }) => problemAt(source, node, message)),
      ),
    ],
  };
}

/** Goes down a path of keys; what is there but no object is wrong, what is absent is nothing. */
function follow(start: Place, path: readonly string[]): { found: Place[]; wrong: Place[] } {
  let found = [start];
  const wrong: Place[] = [];
  const keepObjects = (places: readonly Place[]): Place[] => {
    wrong.push(...places.filter(({ node }) => node.type !== 'object'));
    return places.filter(({ node }) => node.type === 'object');
  };
  for (const key of path) {
    found = keepObjects(found).flatMap((place) => below(place, key));
  }
  return { found: keepObjects(found), wrong };
}

function below({ node, names }: Place, key: string): Place[] {
  const members = key === '*' ? lastOfEach(node) : [memberOf(node, key)];
  return members.flatMap((member) =>
    member === undefined ? [] : [{ node: member.value, names: [...names, member.name] }],
  );
}

function lastOfEach(node: JsonNode): Member[] {
  return [...new Map(membersOf(node).map((member) => [member.name, member])).values()];
}

function entryOf(
  source: EntrySource,
  scope: string,
  { name, key, value }: Member,
  names: readonly string[],
): ServerEntry {
  const pointer = pointerOf(names);
  const command = stringOf(value, 'command');
  const proxy = command === null ? null : readMcpRemoteArguments(command, textsIn(value, 'args'));
  const written = source.typeKeys.map((one) => stringOf(value, one)).find((one) => one !== null);
  const declaredType = proxy?.strategy ?? written ?? null;
  const url = proxy === null ? stringOf(value, 'url') : proxy.url;
  return {
    id: [source.client, scope, source.file, pointer].join('|'),
    client: source.client,
    scope,
    file: source.file,
    name,
    pointer,
    ...source.positionAt(key.offset),
    transport: proxy === null ? transportOf(declaredType, command) : proxyTransport(proxy.strategy),
    declaredType,
    url,
    command,
    viaMcpRemote: proxy !== null,
    excerpt: excerptLines(source.text, key.offset, value.offset + value.length),
    args: [],
    facts: [],
    signIn: null,
  };
}

const TRANSPORT_OF_TYPE: ReadonlyMap<string, Transport> = new Map([
  ['http', 'http'],
  ['streamable-http', 'http'],
  ['streamable_http', 'http'],
  ['streamablehttp', 'http'],
  ['sse', 'sse'],
  ['ws', 'ws'],
  ['websocket', 'ws'],
  ['stdio', 'stdio'],
]);

function transportOf(declaredType: string | null, command: string | null): Transport {
  if (declaredType === null) return command === null ? 'unknown' : 'stdio';
  return TRANSPORT_OF_TYPE.get(declaredType.toLowerCase()) ?? 'unknown';
}

/** How mcp-remote reaches the server: http-first is its default, and falls back to SSE by itself. */
function proxyTransport(strategy: string | null): Transport {
  return strategy?.startsWith('sse') === true ? 'sse' : 'http';
}

function textsIn(node: JsonNode, name: string): string[] {
  const list = memberOf(node, name)?.value;
  const values: unknown[] =
    list?.type === 'array' ? (list.children ?? []).map((one) => one.value) : [];
  return values.filter((one): one is string => typeof one === 'string');
}

function notAnObject(source: EntrySource, node: JsonNode, names: readonly string[]): ConfigProblem {
  const what = names.length === 0 ? 'The file holds' : `${visible(pointerOf(names))} is`;
  return problemAt(source, node, `${what} ${typeWord(node)}; it must be an object.`);
}

function problemAt(source: EntrySource, node: JsonNode, message: string): ConfigProblem {
  const excerpt = source.excerptAt(node.offset);
  return { kind: 'shape', message, ...source.positionAt(node.offset), excerpt };
}
