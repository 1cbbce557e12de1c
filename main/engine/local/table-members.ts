import { membersOf, memberOf, stringOf, type JsonNode, type Member } from './json-tree.ts';
import type { ServerTable } from './location.ts';

/** A value on the way to the servers, and the keys that led there. */
export interface PlacedNode {
  readonly node: JsonNode;
  readonly names: readonly string[];
}

/** A server in a table, and the keys that lead to it. */
export interface PlacedServer {
  readonly member: Member;
  readonly names: readonly string[];
}

export interface TableMembers {
  readonly servers: readonly PlacedServer[];
  /** Values on the way that are there and of the wrong type; with what they must be. */
  readonly wrong: readonly (PlacedNode & { readonly must: string })[];
}

/**
 * Finds the servers of one table. Of a name that comes twice the last counts, as in JSON.parse.
 * @param root the file
 * @param table where servers stand in it
 */
export function tableMembers(root: JsonNode, table: ServerTable): TableMembers {
  const { path, form = 'named', unless } = table;
  if (unless !== undefined && memberOf(root, unless) !== undefined) return NOTHING;
  const { found, wrong } = follow({ node: root, names: [] }, path);
  const type = form === 'list' ? 'array' : 'object';
  const must = form === 'list' ? 'a list' : 'an object';
  const last = found.filter(({ node }) => node.type !== type).map((one) => ({ ...one, must }));
  const tables = found.filter(({ node }) => node.type === type);
  return { servers: tables.flatMap((one) => FORMS[form](one, root)), wrong: [...wrong, ...last] };
}

const NOTHING: TableMembers = { servers: [], wrong: [] };

/** How the members of a table become servers with names. */
const FORMS: Readonly<
  Record<
    NonNullable<ServerTable['form']>,
    (place: PlacedNode, root: JsonNode) => readonly PlacedServer[]
  >
> = {
  named: ({ node, names }) =>
    lastOfEach(node).map((member) => ({ member, names: [...names, member.name] })),
  list: ({ node, names }) =>
    (node.children ?? []).map((value, index) => ({
      member: { name: stringOf(value, 'name') ?? `${index + 1}`, key: value, value },
      names: [...names, `${index}`],
    })),
  one: ({ node, names }, root) => {
    const name = stringOf(root, 'display_name') ?? stringOf(root, 'name') ?? names.at(-1) ?? '';
    return [{ member: { name, key: node, value: node }, names }];
  },
};

/** Goes down a path of keys; what is on the way and no object is wrong, what is absent is nothing. */
function follow(
  start: PlacedNode,
  path: readonly string[],
): { found: readonly PlacedNode[]; wrong: TableMembers['wrong'] } {
  let found: readonly PlacedNode[] = [start];
  const wrong: TableMembers['wrong'][number][] = [];
  for (const key of path) {
    const objects = found.filter(({ node }) => node.type === 'object');
    const others = found.filter(({ node }) => node.type !== 'object');
    wrong.push(...others.map((one) => ({ ...one, must: 'an object' })));
    found = objects.flatMap((place) => below(place, key));
  }
  return { found, wrong };
}

function below({ node, names }: PlacedNode, key: string): PlacedNode[] {
  const members = key === '*' ? lastOfEach(node) : [memberOf(node, key)];
  return members.flatMap((member) =>
    member === undefined ? [] : [{ node: member.value, names: [...names, member.name] }],
  );
}

function lastOfEach(node: JsonNode): Member[] {
  return [...new Map(membersOf(node).map((member) => [member.name, member])).values()];
}
