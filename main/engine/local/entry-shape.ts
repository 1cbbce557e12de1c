import { visible } from '../redact/visible.ts';
import { memberOf, pointerOf, typeWord } from './json-tree.ts';
import type { JsonNode, Member } from './json-tree.ts';

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
  { name: 'url', must: 'a text', holds: isText },
  { name: 'headers', must: 'an object', holds: isObject },
];
/** Without one of these an entry says nothing about how to reach its server. */
const ONE_OF = ['command', 'url', 'type', 'transport'] as const;

/**
 * Finds the fields of a server entry that have the wrong type, and an entry that has none at all.
 * @param entry the entry; its value is an object
 * @param names keys from the root to the entry
 * @returns one problem per field, placed at its value
 */
export function fieldProblems(entry: Member, names: readonly string[]): FieldProblem[] {
  const wrong = FIELDS.flatMap(({ name, must, holds }): FieldProblem[] => {
    const value = memberOf(entry.value, name)?.value;
    if (value === undefined || holds(value)) return [];
    const where = visible(pointerOf([...names, name]));
    const is =
      value.type === 'array' && name === 'args' ? 'holds other values' : `is ${typeWord(value)}`;
    return [{ node: value, message: `${where} ${is}; it must be ${must}.` }];
  });
  if (ONE_OF.some((name) => memberOf(entry.value, name) !== undefined)) return wrong;
  const where = visible(pointerOf(names));
  return [...wrong, { node: entry.key, message: `${where} has neither a command nor a url.` }];
}
