import { visible } from '../redact/visible.ts';
import { memberOf, membersOf, pointerOf, typeWord } from './json-tree.ts';
import type { JsonNode, Member } from './json-tree.ts';
import type { EntrySchema } from './location.ts';

export interface FieldProblem {
  readonly node: JsonNode;
  readonly message: string;
}

interface FieldRule {
  readonly name: string;
  readonly must: string;
  readonly holds: (node: JsonNode) => boolean;
}

const isText = (node: JsonNode): boolean => node.type === 'string';
const isObject = (node: JsonNode): boolean => node.type === 'object';
const isTextList = (node: JsonNode): boolean =>
  node.type === 'array' && (node.children ?? []).every(isText);

/** The fields that clients check before they start anything; others are theirs alone. */
const FIELDS: readonly FieldRule[] = [
  { name: 'command', must: 'a text', holds: isText },
  { name: 'args', must: 'a list of texts', holds: isTextList },
  { name: 'env', must: 'an object', holds: isObject },
  { name: 'type', must: 'a text', holds: isText },
  { name: 'headers', must: 'an object', holds: isObject },
];

/**
 * Finds the fields of a server entry that have the wrong type, and an entry that has none at all.
 * @param entry the entry; its value is an object
 * @param names keys from the root to the entry
 * @param schema what its client reads
 * @returns one problem per field, placed at its value
 */
export function fieldProblems(
  entry: Member,
  names: readonly string[],
  { urlKeys, typeKeys }: EntrySchema,
): FieldProblem[] {
  const addresses = urlKeys.map(({ name }) => ({ name, must: 'a text', holds: isText }));
  const wrong = [...FIELDS, ...addresses].flatMap(({ name, must, holds }): FieldProblem[] => {
    const value = memberOf(entry.value, name)?.value;
    if (value === undefined || holds(value)) return [];
    const where = visible(pointerOf([...names, name]));
    const is =
      value.type === 'array' && name === 'args' ? 'holds other values' : `is ${typeWord(value)}`;
    return [{ node: value, message: `${where} ${is}; it must be ${must}.` }];
  });
  wrong.push(...headerProblems(entry, names));
  const known = ['command', 'type', 'transport', ...typeKeys, ...urlKeys.map(({ name }) => name)];
  if (known.some((name) => memberOf(entry.value, name) !== undefined)) return wrong;
  const where = visible(pointerOf(names)) || 'The file';
  const key = urlKeys[0]?.name ?? 'url';
  return [...wrong, { node: entry.key, message: `${where} has neither a command nor a ${key}.` }];
}

/** Each header must be a text: Claude Code leaves out an entry with another (seen with 2.1.330). */
function headerProblems(entry: Member, names: readonly string[]): FieldProblem[] {
  const headers = memberOf(entry.value, 'headers')?.value;
  if (headers === undefined || !isObject(headers)) return [];
  return membersOf(headers)
    .filter(({ value }) => !isText(value))
    .map(({ name, value }) => {
      const where = visible(pointerOf([...names, 'headers', name]));
      return { node: value, message: `${where} is ${typeWord(value)}; it must be a text.` };
    });
}
