import { CLIENT_WORDS, type ClientId } from '../../contract/words.ts';
import { redactText } from '../redact/text.ts';
import { visible } from '../redact/visible.ts';
import {
  memberOf,
  membersOf,
  pointerOf,
  stringOf,
  type JsonNode,
  type Member,
} from './json-tree.ts';
import type { Move } from '../model/evidence.ts';
import type { ServerTable } from './location.ts';

/** A file in which servers may stand where its client does not look. */
interface Misplaceable {
  readonly client: ClientId;
  readonly file: string;
  readonly tables: readonly ServerTable[];
  readonly root: JsonNode;
}

export interface MisplacedServers {
  readonly node: JsonNode;
  readonly message: string;
  /** Where each stands, and where its client would read it. */
  readonly moves: readonly Move[];
}

/** Keys under which some client keeps its servers, small letters only. */
const LOOK_ALIKES = new Set([
  'mcpservers',
  'servers',
  'mcp_servers',
  'mcp-servers',
  'mcpserver',
  'mcp',
  'context_servers',
]);
const ADDRESS_KEYS = ['url', 'httpUrl', 'serverUrl'] as const;
const NAMES_SHOWN = 5;

/**
 * Finds servers that stand under a key of another client, or at the top of a file without any key.
 * @param source the file and where its client looks
 * @returns one for each such place
 */
export function misplacedServers({ client, file, tables, root }: Misplaceable): MisplacedServers[] {
  const own = tables.flatMap(({ path, form }) => (form === undefined ? [path[0]] : []));
  const [right] = own;
  if (right === undefined || tables.some(({ path }) => path.length === 0)) return [];
  const others = membersOf(root).filter(({ name }) => !own.includes(name));
  const keyed = others.flatMap((member) => underLookAlike(member));
  const reads = `${CLIENT_WORDS[client]} reads ${right}`;
  const table = tables.find(({ form, path }) => form === undefined && !path.includes('*'));
  const moved = (under: readonly string[], name: string): Move[] =>
    table === undefined
      ? []
      : [{ from: pointerOf([...under, name]), to: pointerOf([...table.path, name]) }];
  return [
    ...keyed.map(({ node, names, key, under }) => ({
      node,
      moves: names.flatMap((name) => moved(under, name)),
      message: `The servers ${list(names)} stand under “${visible(key)}”; ${reads}.`,
    })),
    ...bare(others, file).map(({ name, key }) => ({
      node: key,
      moves: moved([], name),
      message: `The server ${list([name])} stands at the top of the file; ${reads}.`,
    })),
  ];
}

interface Keyed {
  readonly node: JsonNode;
  readonly names: readonly string[];
  readonly key: string;
  /** Keys from the root to the object of servers. */
  readonly under: readonly string[];
}

function underLookAlike({ name, key, value }: Member): Keyed[] {
  if (!LOOK_ALIKES.has(name.toLowerCase())) return [];
  const inner = memberOf(value, 'servers')?.value;
  const names = serverNames(inner ?? value);
  const under = inner === undefined ? [name] : [name, 'servers'];
  return names.length === 0 ? [] : [{ node: key, names, key: name, under }];
}

/** Only in files that are about servers: elsewhere an object with a command can be anything. */
function bare(members: readonly Member[], file: string): Member[] {
  if (!/(?:mcp|claude_desktop)[^\\/]*\.json$/i.test(file)) return [];
  return members.filter(({ value }) => looksLikeServer(value)).slice(0, NAMES_SHOWN);
}

/** The names of the servers in an object, as they may be shown. */
export function serverNames(node: JsonNode): readonly string[] {
  return membersOf(node).flatMap(({ name, value }) => (looksLikeServer(value) ? [name] : []));
}

function looksLikeServer(node: JsonNode): boolean {
  return stringOf(node, 'command') !== null || ADDRESS_KEYS.some((one) => isAddress(node, one));
}

function isAddress(node: JsonNode, key: string): boolean {
  return /^(?:https?|wss?):|^\$\{/i.test(stringOf(node, key) ?? '');
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => {
    const text = visible(redactText(name));
    return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  });
  return [...shown, ...(names.length > NAMES_SHOWN ? ['…'] : [])].join(', ');
}
