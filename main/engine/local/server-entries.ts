import type { Transport } from '../../contract/words.ts';
import type { ConfigProblem, ServerEntry } from '../model/evidence.ts';
import { visible } from '../redact/visible.ts';
import { commandHash } from './entries/command-hash.ts';
import { entryFacts } from './entries/entry-facts.ts';
import { entryHash } from './entries/entry-hash.ts';
import { entrySignIn } from './entries/entry-sign-in.ts';
import { shownArgs } from './entries/shown-args.ts';
import { fieldProblems } from './entry-shape.ts';
import { pointerOf, stringOf, memberOf, typeWord } from './json-tree.ts';
import type { JsonNode, Member } from './json-tree.ts';
import type { EntrySchema, ServerTable } from './location.ts';
import { readMcpRemoteArguments } from './mcp-remote-arguments.ts';
import { misplacedServers } from './misplaced-servers.ts';
import { tableMembers, type PlacedServer } from './table-members.ts';
import type { TextPosition } from './text-position.ts';

/** A parsed file and what its location says of it. */
export interface EntrySource {
  readonly client: ServerEntry['client'];
  readonly file: string;
  readonly tables: readonly ServerTable[];
  readonly schema: EntrySchema;
  readonly root: JsonNode;
  readonly positionAt: (offset: number) => TextPosition;
  readonly excerptAt: (offset: number) => string;
  readonly excerptOf: (member: Member) => string;
  /** Whether the environment has a variable; null where it is not known. */
  readonly isSet: (name: string) => boolean | null;
}

export interface ReadEntries {
  readonly entries: readonly ServerEntry[];
  readonly problems: readonly ConfigProblem[];
  /** How many servers were passed over because there are too many. */
  readonly passedOver: number;
}

/** More of them would tell a reader nothing new. */
const PROBLEM_LIMIT = 20;
/** Nobody has as many; each takes its time. */
export const SERVER_LIMIT = 1000;

/**
 * Finds the server entries of a configuration. A value of the wrong type becomes a problem of kind
 * `shape`, servers under a key of another client one of kind `misplaced`, and the rest is still read.
 * Nothing is expanded, included or run (safety G3).
 * @param source the parsed file with what its location says of it
 */
export function readServerEntries(source: EntrySource): ReadEntries {
  const read = source.tables.map((table) => readTable(source, table));
  const misplaced = misplacedServers(source).map(({ node, message, moves }) => ({
    ...problemAt(source, 'misplaced', node, message),
    moves,
  }));
  // Two tables share their first keys, so they can meet the same wrong value.
  const all = [...misplaced, ...read.flatMap((one) => one.problems)];
  const problems = new Map(all.map((one) => [keyOf(one), one]));
  return {
    entries: read.flatMap((one) => one.entries),
    problems: [...problems.values()].slice(0, PROBLEM_LIMIT),
    passedOver: read.reduce((sum, one) => sum + one.passedOver, 0),
  };
}

function keyOf({ line, column, message }: ConfigProblem): string {
  return `${line}:${column}:${message}`;
}

function readTable(source: EntrySource, table: ServerTable): ReadEntries {
  const { servers: all, wrong } = tableMembers(source.root, table);
  const servers = all.slice(0, SERVER_LIMIT);
  const objects = servers.filter(({ member }) => member.value.type === 'object');
  const others = servers.filter(({ member }) => member.value.type !== 'object');
  return {
    entries: objects.map((server) => entryOf(source, table.scope, server)),
    passedOver: all.length - servers.length,
    problems: [
      ...wrong.map(({ node, names, must }) => wrongType(source, node, names, must)),
      ...others.map(({ member, names }) => wrongType(source, member.value, names, 'an object')),
      ...objects.flatMap(({ member, names }) =>
        fieldProblems(member, names, source.schema).map(({ node, message }) =>
          problemAt(source, 'shape', node, message),
        ),
      ),
    ],
  };
}

function entryOf(source: EntrySource, scope: string, { member, names }: PlacedServer): ServerEntry {
  const { client, file, schema } = source;
  const { name, key, value } = member;
  const pointer = pointerOf(names);
  const command = stringOf(value, 'command');
  const args = textsIn(value, 'args');
  const remote = command === null ? null : readMcpRemoteArguments(command, args);
  const address = addressOf(value, schema);
  const declaredType = remote?.strategy ?? writtenType(value, schema);
  const { positionAt, isSet } = source;
  return {
    id: [client, scope, file, pointer].join('|'),
    client,
    scope,
    file,
    name,
    pointer,
    ...positionAt(key.offset),
    transport:
      remote === null
        ? transportOf(declaredType, command, address?.transport)
        : proxyTransport(remote.strategy),
    declaredType,
    url: remote === null ? (address?.url ?? null) : remote.url,
    command,
    viaMcpRemote: remote !== null,
    excerpt: source.excerptOf(member),
    args: shownArgs(args),
    facts: entryFacts({ entry: member, names, schema, remote, positionAt, isSet }),
    signIn: entrySignIn(value, remote),
    remoteHash: remote === null ? null : entryHash(remote),
    commandHash: command === null ? null : commandHash([command, ...args]),
  };
}

/** The address under the first of the client's keys that holds a text. */
function addressOf(
  value: JsonNode,
  { urlKeys }: EntrySchema,
): { readonly url: string; readonly transport: Transport } | null {
  for (const { name, transport } of urlKeys) {
    const url = stringOf(value, name);
    if (url !== null) return { url, transport };
  }
  return null;
}

function writtenType(value: JsonNode, { typeKeys }: EntrySchema): string | null {
  return typeKeys.map((one) => stringOf(value, one)).find((one) => one !== null) ?? null;
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

/** Without a type a command is a local server, and an address what its key says in this client. */
function transportOf(
  declaredType: string | null,
  command: string | null,
  byKey: Transport = 'unknown',
): Transport {
  if (declaredType === null) return command === null ? byKey : 'stdio';
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

function wrongType(
  source: EntrySource,
  node: JsonNode,
  names: readonly string[],
  must: string,
): ConfigProblem {
  const what = names.length === 0 ? 'The file holds' : `${visible(pointerOf(names))} is`;
  return problemAt(source, 'shape', node, `${what} ${typeWord(node)}; it must be ${must}.`);
}

function problemAt(
  source: EntrySource,
  kind: ConfigProblem['kind'],
  node: JsonNode,
  message: string,
): ConfigProblem {
  const excerpt = source.excerptAt(node.offset);
  return { kind, message, ...source.positionAt(node.offset), excerpt };
}
