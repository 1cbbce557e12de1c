import { visit, type Node } from 'jsonc-parser';

/**
 * More children than any configuration has. Those behind are read over: a node for each of millions
 * would cost seconds and hundreds of megabytes (safety G2).
 */
export const CHILD_LIMIT = 10_000;

/** A node while it grows. */
interface Growing {
  readonly type: Node['type'];
  readonly offset: number;
  length: number;
  readonly value?: unknown;
  readonly children: Growing[];
  readonly parent: Growing | null;
}

/**
 * Builds the tree of a JSON-like text as jsonc-parser's own `parseTree` does, with a limit to the
 * children of a node. Values without a place in the grammar are left out.
 * @param text without byte order mark
 * @param onCut called with the offset of each list or object of which not all is kept
 * @returns the first value, or undefined where there is none
 */
export function buildTree(
  text: string,
  onCut: (offset: number) => void = () => undefined,
): Node | undefined {
  const top = node('array', -1, null);
  let current = top;
  const cut = new Set<Growing>();
  const isFull = (): boolean => {
    if (current.children.length < CHILD_LIMIT) return false;
    if (!cut.has(current)) onCut(current.offset);
    cut.add(current);
    return true;
  };
  const open = (type: Node['type'], offset: number): boolean => {
    const full = isFull();
    const opened = node(type, offset, current);
    if (!full) current.children.push(opened);
    current = opened;
    return !full;
  };
  const close = (end: number): void => {
    current.length = end - current.offset;
    current = current.parent ?? top;
  };
  const closeProperty = (end: number): void => {
    if (current.type === 'property') close(end);
  };
  const closeValue = (offset: number, length: number): void => {
    closeProperty(offset + length);
    close(offset + length);
    closeProperty(offset + length);
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => open('object', offset),
      onArrayBegin: (offset) => open('array', offset),
      onObjectEnd: closeValue,
      onArrayEnd: closeValue,
      onObjectProperty: (name, offset, length) => {
        open('property', offset);
        current.children.push({ ...node('string', offset, current), length, value: name });
      },
      onLiteralValue: (value: unknown, offset, length) => {
        const literal = { ...node(typeOf(value), offset, current), length, value };
        if (!isFull()) current.children.push(literal);
        closeProperty(offset + length);
      },
      onSeparator: (separator, offset) => {
        if (separator === ',') closeProperty(offset);
      },
    },
    { allowTrailingComma: true },
  );
  return top.children[0] as Node | undefined;
}

function node(type: Node['type'], offset: number, parent: Growing | null): Growing {
  return { type, offset, length: -1, children: [], parent };
}

function typeOf(value: unknown): Node['type'] {
  if (value === null) return 'null';
  const type = typeof value;
  return type === 'boolean' || type === 'number' ? type : 'string';
}
