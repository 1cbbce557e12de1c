import type { JsonNode } from '../../local/json-tree.ts';
import { looseTokenAt } from '../../redact/json-lexer.ts';
import { findPlace, type FoundChild } from './find-place.ts';
import { childrenOf, type Child, type JsonDocument } from './json-document.ts';
import { layoutIn, lineEndAt } from './layout.ts';
import { commaBehind } from './separators.ts';
import type { Splice } from './splices.ts';
import { within, type ValueText } from './write-json.ts';

/**
 * Puts a value at a pointer: in place of the one that is there, or behind the last member, with the
 * objects above it that are missing. Everything else stays letter by letter (safety G4).
 *
 * jsonc-parser’s own `modify` is not used: it formats the neighbours anew, changes the first of two
 * members of one name, and takes comments between members away with them.
 * @throws EditRefusal
 */
export function putValue(document: JsonDocument, pointer: string, value: ValueText): Splice[] {
  const place = findPlace(document, pointer);
  if (place.kind === 'child') return [replaceChild(document, place, value)];
  if (place.kind === 'root' && place.value !== null) {
    return [replaceNode(place.value, value(layoutIn(document, null, place.value.offset)))];
  }
  const names = place.kind === 'gap' ? place.names : [];
  if (place.kind === 'root' || place.container === null) {
    return [fillEmpty(document, within(names, value))];
  }
  const [name = '', ...others] = names;
  const key = place.container.type === 'object' ? name : null;
  return insertChild(document, place.container, key, within(others, value));
}

/** Puts an item before the one that stands at a place of a list. @throws EditRefusal */
export function insertItem(document: JsonDocument, pointer: string, value: ValueText): Splice[] {
  const place = findPlace(document, pointer);
  if (place.kind !== 'child') return putValue(document, pointer, value);
  const { container, child } = place;
  const layout = layoutIn(document, container, child.start);
  const behind = layout.lines ? layout.lineEnd + layout.indent : layout.space;
  return [{ offset: child.start, length: 0, content: `${value(layout)},${behind}` }];
}

function replaceChild(
  document: JsonDocument,
  { container, child }: FoundChild,
  value: ValueText,
): Splice {
  const layout = layoutIn(document, container, child.start);
  const { offset, length } = child.value;
  const inLines = /[\r\n]/.test(document.text.slice(offset, offset + length));
  return replaceNode(child.value, value({ ...layout, lines: layout.lines || inLines }));
}

function replaceNode({ offset, length }: JsonNode, content: string): Splice {
  return { offset, length, content };
}

/** White space alone is replaced; comments stay before the new document. */
function fillEmpty(document: JsonDocument, value: ValueText): Splice {
  const { text } = document;
  const kept = text.trimEnd().length;
  const lineEnd = lineEndAt(text, text.length);
  const content = value({ ...layoutIn(document, null, 0), indent: '', lineEnd });
  const before = kept === 0 ? '' : lineEnd;
  return { offset: kept, length: text.length - kept, content: `${before}${content}${lineEnd}` };
}

function insertChild(
  document: JsonDocument,
  container: JsonNode,
  key: string | null,
  value: ValueText,
): Splice[] {
  const last = childrenOf(container).at(-1);
  if (last === undefined) return [insertFirst(document, container, key, value)];
  const layout = layoutIn(document, container, last.start);
  const child = childText(key, value(layout), layout.colon);
  const comma = commaBehind(document.text, last.end);
  return layout.lines
    ? onNewLine(document.text, last, comma, `${layout.lineEnd}${layout.indent}${child}`)
    : [onSameLine(last, comma, `${layout.space}${child}`)];
}

function childText(key: string | null, value: string, colon: string): string {
  return key === null ? value : `${JSON.stringify(key)}${colon}${value}`;
}

/** A comma behind the last member stays the custom of the file. */
function onNewLine(text: string, last: Child, comma: number | null, child: string): Splice[] {
  if (comma !== null) {
    return [{ offset: lineContentEnd(text, comma + 1), length: 0, content: `${child},` }];
  }
  return [
    { offset: last.end, length: 0, content: ',' },
    { offset: lineContentEnd(text, last.end), length: 0, content: child },
  ];
}

function onSameLine(last: Child, comma: number | null, child: string): Splice {
  return comma === null
    ? { offset: last.end, length: 0, content: `,${child}` }
    : { offset: comma + 1, length: 0, content: `${child},` };
}

/** Behind the comments that stand on the same line: they belong to what is before them. */
function lineContentEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length;) {
    const token = looseTokenAt(text, at);
    const part = text.slice(token.start, token.end);
    if (token.kind === 'space' && /[\r\n]/.test(part)) return end;
    if (token.kind !== 'space' && token.kind !== 'comment') return end;
    at = token.end;
    if (token.kind === 'comment') end = at;
  }
  return end;
}

/** Into an empty container, behind the comments in it. */
function insertFirst(
  document: JsonDocument,
  container: JsonNode,
  key: string | null,
  value: ValueText,
): Splice {
  const { text } = document;
  const layout = layoutIn(document, container, container.offset);
  const start = container.offset + 1;
  const close = container.offset + container.length - 1;
  const end = commentsEnd(text, start, close);
  const before = end > start && !layout.lines ? ' ' : '';
  const rest = text.slice(end, close);
  const { lines, lineEnd, unit, indent, colon } = layout;
  if (!lines) {
    const line = `${before}${childText(key, value(layout), colon)}`;
    return { offset: end, length: 0, content: line };
  }
  const inner = { ...layout, indent: indent + unit };
  const child = `${lineEnd}${inner.indent}${childText(key, value(inner), colon)}`;
  const stays = end > start && /[\r\n]/.test(rest);
  return stays
    ? { offset: end, length: 0, content: child }
    : { offset: end, length: close - end, content: `${child}${lineEnd}${indent}` };
}

function commentsEnd(text: string, start: number, close: number): number {
  let end = start;
  for (let at = start; at < close;) {
    const token = looseTokenAt(text, at);
    at = token.end;
    if (token.kind === 'comment') end = at;
  }
  return end;
}
