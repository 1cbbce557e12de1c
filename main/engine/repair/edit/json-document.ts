import { getNodeValue } from 'jsonc-parser';
import { firstOffence } from '../../local/first-offence.ts';
import { readTree, type JsonNode } from '../../local/json-tree.ts';
import { OFFENCE_WORDS } from '../../local/offence-words.ts';
import { positionsIn } from '../../local/text-position.ts';
import type { Json } from '../../model/evidence.ts';
import { looseTokenAt } from '../../redact/json-lexer.ts';
import { EditRefusal } from './refusal.ts';

/** A text that can be edited: JSON, also with comments and trailing commas. */
export interface JsonDocument {
  readonly text: string;
  /** Null where there is nothing in the file but white space and comments. */
  readonly root: JsonNode | null;
  /** Offsets of the lists and objects that are too long to be known whole. */
  readonly cut: ReadonlySet<number>;
}

/** A member of an object or an item of a list. */
export interface Child {
  /** Null in a list. */
  readonly key: JsonNode | null;
  readonly value: JsonNode;
  /** Where its key begins, or the item. */
  readonly start: number;
  /** Behind its value. */
  readonly end: number;
}

/**
 * Reads a text for editing. A text that is broken is not edited: where a value begins and ends in it
 * would be a guess (safety G4).
 * @throws EditRefusal with line, column and reason
 */
export function readDocument(text: string): JsonDocument {
  if (isBlank(text)) return { text, root: null, cut: new Set() };
  const offence = isStrictJson(text) ? null : firstOffence(text, { comments: true });
  if (offence !== null) {
    const { line, column } = positionsIn(text)(offence.offset);
    const words = OFFENCE_WORDS[offence.kind];
    throw new EditRefusal(`The JSON is broken at line ${line}, column ${column}: ${words}`);
  }
  const cut = new Set<number>();
  const root = readTree(text, (offset) => cut.add(offset));
  if (typeof root === 'string')
    throw new EditRefusal('The JSON is nested too deeply to be changed.');
  return { text, root, cut };
}

/** Whether JSON.parse takes the text, as strict clients do. */
export function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is nothing but white space and comments. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length;) {
    const { kind, start, end } = looseTokenAt(text, at);
    if (kind !== 'space' && kind !== 'comment') return false;
    const open = text.startsWith('/*', start) && !text.slice(start + 2, end).endsWith('*/');
    if (kind === 'comment' && open) return false;
    at = end;
  }
  return true;
}

/** What stands in a container, in order; of a name that comes twice both. */
export function childrenOf(node: JsonNode): readonly Child[] {
  return (node.children ?? []).flatMap((one): Child[] => {
    const [key = null, value] = one.type === 'property' ? (one.children ?? []) : [null, one];
    if (value === undefined) return [];
    return [{ key, value, start: (key ?? value).offset, end: value.offset + value.length }];
  });
}

/** The value of a node. @throws EditRefusal where it is too long to be known whole */
export function jsonOf(document: JsonDocument, node: JsonNode): Json {
  const end = node.offset + node.length;
  if ([...document.cut].some((offset) => offset >= node.offset && offset < end)) {
    throw new EditRefusal('The value has too many parts to be changed.');
  }
  return getNodeValue(node) as Json;
}
