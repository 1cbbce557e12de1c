import { membersOf, pointerOf, type JsonNode, type Member } from '../json-tree.ts';

/** Where in an entry a text stands. */
export type TextPlace = 'name' | 'command' | 'args' | 'env' | 'url' | 'headers';

/** One text of an entry, as written. It can be a secret and never leaves the reader of the entry. */
export interface EntryText {
  readonly where: TextPlace;
  /** The name of the variable or header; else empty. */
  readonly name: string;
  readonly value: string;
  readonly node: JsonNode;
  readonly pointer: string;
}

/** Keys under which headers stand in the formats that are known. */
const HEADER_KEYS = ['headers', 'http_headers'] as const;

/**
 * Lists the texts of an entry that clients hand on: its name, command, arguments, variables, address
 * and headers.
 * @param entry the entry; its value is an object
 * @param names keys from the root to the entry
 * @param urlKeys keys that hold an address for this client
 */
export function entryTexts(
  entry: Member,
  names: readonly string[],
  urlKeys: readonly string[],
): readonly EntryText[] {
  const members = lastOfEach(entry.value);
  const at = (key: string): Member[] => members.filter(({ name }) => name === key);
  return [
    { where: 'name', name: '', value: entry.name, node: entry.key, pointer: pointerOf(names) },
    ...at('command').flatMap((one) => single('command', one, names)),
    ...at('args').flatMap((one) => listed(one, names)),
    ...at('env').flatMap((one) => pairs('env', one, names)),
    ...urlKeys.flatMap(at).flatMap((one) => single('url', one, names)),
    ...HEADER_KEYS.flatMap(at).flatMap((one) => pairs('headers', one, names)),
  ];
}

function single(where: TextPlace, { name, value }: Member, names: readonly string[]): EntryText[] {
  const text: unknown = value.value;
  if (typeof text !== 'string') return [];
  return [{ where, name: '', value: text, node: value, pointer: pointerOf([...names, name]) }];
}

function listed({ name, value }: Member, names: readonly string[]): EntryText[] {
  const items = value.type === 'array' ? (value.children ?? []) : [];
  return items.flatMap((node, index) => {
    const text: unknown = node.value;
    const pointer = pointerOf([...names, name, `${index}`]);
    return typeof text === 'string'
      ? [{ where: 'args' as const, name: '', value: text, node, pointer }]
      : [];
  });
}

function pairs(where: TextPlace, { name, value }: Member, names: readonly string[]): EntryText[] {
  return lastOfEach(value).flatMap((member) => {
    const text: unknown = member.value.value;
    const pointer = pointerOf([...names, name, member.name]);
    return typeof text === 'string'
      ? [{ where, name: member.name, value: text, node: member.value, pointer }]
      : [];
  });
}

function lastOfEach(node: JsonNode): Member[] {
  return [...new Map(membersOf(node).map((member) => [member.name, member])).values()];
}
