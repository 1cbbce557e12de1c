import type { TomlTable, TomlValue } from 'smol-toml';
import type { JsonNode } from '../json-tree.ts';
import { placeKey, type TomlPlaces } from './toml-places.ts';

const DEPTH_LIMIT = 100;

/**
 * The tree of a TOML file in the form of a JSON tree, so that all that reads entries reads these too.
 * Nodes have a place and no length.
 * @param table what the library read
 * @param places where keys stand; a key without a place stands where its table does
 */
export function tomlTree(table: TomlTable, places: TomlPlaces): JsonNode | 'too-deep' {
  try {
    return nodeOf(table, [], 0, places);
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

function nodeOf(
  value: TomlValue,
  path: readonly string[],
  above: number,
  places: TomlPlaces,
): JsonNode {
  if (path.length > DEPTH_LIMIT) throw new RangeError('too deep');
  const offset = places.get(placeKey(path)) ?? above;
  const at = { offset, length: 0 };
  if (Array.isArray(value)) {
    const children = value.map((one, index) => nodeOf(one, [...path, `${index}`], offset, places));
    return { type: 'array', ...at, children };
  }
  if (typeof value === 'object' && !(value instanceof Date)) {
    const children = Object.entries(value).map(([name, one]) =>
      propertyOf(name, nodeOf(one, [...path, name], offset, places)),
    );
    return { type: 'object', ...at, children };
  }
  return scalarOf(value, at);
}

function propertyOf(name: string, value: JsonNode): JsonNode {
  const at = { offset: value.offset, length: 0 };
  return { type: 'property', ...at, children: [{ type: 'string', value: name, ...at }, value] };
}

function scalarOf(
  value: string | number | bigint | boolean | Date,
  at: Pick<JsonNode, 'offset' | 'length'>,
): JsonNode {
  if (typeof value === 'string') return { type: 'string', value, ...at };
  if (typeof value === 'boolean') return { type: 'boolean', value, ...at };
  if (value instanceof Date) return { type: 'string', value: value.toISOString(), ...at };
  return { type: 'number', value: Number(value), ...at };
}
