import { pointerOf, typeWord, type JsonNode } from '../../local/json-tree.ts';
import { childrenOf, type Child, type JsonDocument } from './json-document.ts';
import { indexOf, readPointer, shownPointer } from './pointer.ts';
import { EditRefusal } from './refusal.ts';

/** Where a pointer leads in a document. */
export type Place =
  | { readonly kind: 'root'; readonly value: JsonNode | null }
  | FoundChild
  /** Nothing is there. The first name would stand in the container, the others below it. */
  | {
      readonly kind: 'gap';
      /** Null where the document is empty. */
      readonly container: JsonNode | null;
      readonly names: readonly string[];
    };

export interface FoundChild {
  readonly kind: 'child';
  readonly container: JsonNode;
  /** The one that counts: of a name that comes twice the last, as in JSON.parse. */
  readonly child: Child;
  /** All of that name, in order. */
  readonly all: readonly Child[];
}

/**
 * Follows a pointer. A name is an index only where it meets a list.
 * @throws EditRefusal where a value on the way can hold nothing, or is too long to be known whole
 */
export function findPlace(document: JsonDocument, pointer: string): Place {
  const names = readPointer(pointer);
  const root: Place = { kind: 'root', value: document.root };
  let place: Place = root;
  for (const [depth, name] of names.entries()) {
    const container: JsonNode | null = valueAt(place);
    const found = container === null ? [] : matching(document, container, name, names, depth);
    const child = found.at(-1);
    if (container === null || child === undefined) {
      return { kind: 'gap', container, names: names.slice(depth) };
    }
    place = { kind: 'child', container, child, all: found };
  }
  return place;
}

/** The same, for what must be there and is not the whole document. @throws EditRefusal */
export function findChild(document: JsonDocument, pointer: string): FoundChild {
  const place = findPlace(document, pointer);
  if (place.kind === 'child') return place;
  if (place.kind === 'root') throw new EditRefusal('The whole file cannot be named here.');
  throw gone(pointer);
}

/** The value at a pointer, of the whole document too. @throws EditRefusal where there is none */
export function findValue(document: JsonDocument, pointer: string): JsonNode {
  const place = findPlace(document, pointer);
  const node = valueAt(place);
  if (node === null) throw gone(pointer);
  return node;
}

/** The value that stands at a place, or null. */
export function valueAt(place: Place): JsonNode | null {
  if (place.kind === 'child') return place.child.value;
  return place.kind === 'root' ? place.value : null;
}

function gone(pointer: string): EditRefusal {
  return new EditRefusal(`There is nothing at ${shownPointer(pointer)} any more.`);
}

function matching(
  document: JsonDocument,
  container: JsonNode,
  name: string,
  names: readonly string[],
  depth: number,
): readonly Child[] {
  const where = shownPointer(pointerOf(names.slice(0, depth)));
  if (document.cut.has(container.offset)) {
    throw new EditRefusal(`There are too many values at ${where} to change one safely.`);
  }
  const children = childrenOf(container);
  if (container.type === 'object') return children.filter(({ key }) => key?.value === name);
  if (container.type === 'array') return itemAt(children, name, where);
  throw new EditRefusal(`At ${where} stands ${typeWord(container)}, which can hold nothing.`);
}

/** The end of a list is `-` or its length (RFC 6901 §4). */
function itemAt(children: readonly Child[], name: string, where: string): readonly Child[] {
  const index = name === '-' ? children.length : indexOf(name);
  if (index === null || index > children.length) {
    throw new EditRefusal(`The list at ${where} has no such place.`);
  }
  return children.slice(index, index + 1);
}
