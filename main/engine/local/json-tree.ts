import type { Node } from 'jsonc-parser';
import { buildTree } from './build-tree.ts';

export type JsonNode = Node;
export interface Member {
  readonly name: string;
  /** The node of the key. */
  readonly key: JsonNode;
  readonly value: JsonNode;
}

/** Deeper than any configuration, and shallow enough for a parser that calls itself. */
const DEPTH_LIMIT = 400;

/**
 * Reads a JSON-like text into a tree with places, tolerating comments, trailing commas and what else
 * can be skipped. Runs nothing, expands nothing, follows nothing (safety G2, G3).
 * @param text without byte order mark
 * @param onCut called with the offset of each list or object that is too long to be kept whole
 * @returns the tree; `nothing` where there is no value in it; `too-deep` beyond 400 levels
 */
export function readTree(
  text: string,
  onCut?: (offset: number) => void,
): JsonNode | 'nothing' | 'too-deep' {
  if (depthOf(text) > DEPTH_LIMIT) return 'too-deep';
  try {
    return buildTree(text, onCut) ?? 'nothing';
  } catch (error) {
    // A quotation mark in a comment can hide brackets from the count; then the stack is the limit.
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

/** Characters and not tokens: this runs over every file, and they can have megabytes. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === '\n') inString = character === '"' && !inString;
    else if (inString) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/**
 * The members of an object, in order; of a name that comes twice all of them. Members without a
 * value are left out. Empty for every other node.
 */
export function membersOf(node: JsonNode | undefined): Member[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key !== undefined && value !== undefined && typeof key.value === 'string'
      ? [{ name: key.value, key, value }]
      : [];
  });
}

/** The member of that name that counts: the last, as in JSON.parse. */
export function memberOf(node: JsonNode | undefined, name: string): Member | undefined {
  return membersOf(node).findLast((member) => member.name === name);
}

/** The text of a member, or null where there is none or it is no text. */
export function stringOf(node: JsonNode | undefined, name: string): string | null {
  const value: unknown = memberOf(node, name)?.value.value;
  return typeof value === 'string' ? value : null;
}

/** Names that come more than once in an object, each once. */
export function repeatedNames(node: JsonNode | undefined): string[] {
  const names = membersOf(node).map((member) => member.name);
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}

/** A JSON pointer of names (RFC 6901 §3: `~` is `~0`, `/` is `~1`). */
export function pointerOf(names: readonly string[]): string {
  return names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const TYPE_WORDS: Readonly<Record<JsonNode['type'], string>> = {
  object: 'an object',
  array: 'a list',
  property: 'a member',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** What a value is, in words for people. */
export function typeWord(node: JsonNode): string {
  return TYPE_WORDS[node.type];
}
