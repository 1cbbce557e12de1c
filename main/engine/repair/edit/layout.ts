import type { JsonNode } from '../../local/json-tree.ts';
import { childrenOf, type JsonDocument } from './json-document.ts';

/** How the neighbours of a value are written, so that it can be written as they are. */
export interface Layout {
  /** One member to a line. */
  readonly lines: boolean;
  readonly lineEnd: string;
  /** What one level is indented by. */
  readonly unit: string;
  /** What the line is indented by on which the value begins. */
  readonly indent: string;
  /** What stands between key and value. */
  readonly colon: string;
  /** What stands behind a comma on one line. */
  readonly space: string;
}

/**
 * How a value is to be written in a container.
 * @param container what it stands in; null for the document itself
 * @param at a place on the line whose indentation counts
 */
export function layoutIn(document: JsonDocument, container: JsonNode | null, at: number): Layout {
  const { text } = document;
  const colon = colonOf(document, container);
  return {
    lines: container === null ? !isOneLine(document) : isInLines(document, container),
    lineEnd: lineEndAt(text, at),
    unit: unitOf(document),
    indent: indentAt(text, at),
    colon,
    space: colon === ':' ? '' : ' ',
  };
}

/** The white space that a line begins with. */
function indentAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end += 1;
  return text.slice(start, end);
}

/** Whether only white space stands before a place on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  const start = lineStartAt(text, offset);
  return start > 0 && indentAt(text, offset).length === offset - start;
}

/** The first character of the line that a place is on. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Behind spaces and tabs. */
export function behindBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

/** Behind the line end that stands at a place; the place itself where none does. */
export function behindLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isLineBreak(text.charAt(offset)) ? offset + 1 : offset;
}

export function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}

/** The line end before a place; without one the first of the text; without any LF. */
export function lineEndAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  if (start > 0) return text.startsWith('\r\n', start - 2) ? '\r\n' : text.charAt(start - 1);
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** An empty document, or one with an empty object, is written in lines. */
function isOneLine({ text, root }: JsonDocument): boolean {
  if (root === null || childrenOf(root).length === 0) return false;
  return !/[\r\n]/.test(text.slice(root.offset, root.offset + root.length));
}

function isInLines(document: JsonDocument, container: JsonNode): boolean {
  const last = childrenOf(container).at(-1);
  return last === undefined ? !isOneLine(document) : isFirstOnLine(document.text, last.start);
}

/** Of the first container whose content is indented; without one two spaces. */
function unitOf({ text, root }: JsonDocument): string {
  const open = root === null ? [] : [root];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    const children = childrenOf(node);
    const first = children[0];
    if (first === undefined) continue;
    const outer = indentAt(text, node.offset);
    const inner = indentAt(text, first.start);
    const deeper = inner.length > outer.length && inner.startsWith(outer);
    if (deeper && isFirstOnLine(text, first.start)) return inner.slice(outer.length);
    open.push(...children.map(({ value }) => value));
  }
  return /[\r\n]\t/.test(text) ? '\t' : '  ';
}

/** As the last member of this object, or the first of the document, has it. */
function colonOf({ text, root }: JsonDocument, container: JsonNode | null): string {
  const nearest = container?.type === 'object' ? childrenOf(container).at(-1) : undefined;
  const sample = nearest ?? (root === null ? undefined : firstMember(root));
  if (sample?.key === null || sample?.key === undefined) return ': ';
  const between = text.slice(sample.key.offset + sample.key.length, sample.value.offset);
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}

function firstMember(root: JsonNode): ReturnType<typeof childrenOf>[number] | undefined {
  let node: JsonNode | undefined = root;
  while (node?.type === 'array') node = childrenOf(node)[0]?.value;
  return node === undefined ? undefined : childrenOf(node)[0];
}
