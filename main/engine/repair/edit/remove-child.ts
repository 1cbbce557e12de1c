import type { JsonNode } from '../../local/json-tree.ts';
import { childrenOf, type Child, type JsonDocument } from './json-document.ts';
import { behindBlanks, behindLineEnd, isFirstOnLine, isLineBreak, lineStartAt } from './layout.ts';
import { commaBehind, isSpace } from './separators.ts';
import { cutOut, type Splice } from './splices.ts';

/**
 * Takes a member or item away with one comma and the line that becomes empty. Comments around it
 * stay (safety G4).
 */
export function removeChild({ text }: JsonDocument, container: JsonNode, child: Child): Splice[] {
  const children = childrenOf(container);
  const at = children.findIndex(({ start }) => start === child.start);
  const comma = commaBehind(text, child.end);
  const before = children[at - 1];
  const after = children[at + 1];
  if (before === undefined && after === undefined) return removeOnly(text, container, child, comma);
  if (comma !== null) return removeBeforeComma(text, child, comma);
  return before === undefined ? [cutOut(child.start, child.end)] : removeLast(text, before, child);
}

/** The container becomes empty; `{}` where no comment is in it. */
function removeOnly(
  text: string,
  container: JsonNode,
  child: Child,
  comma: number | null,
): Splice[] {
  const start = container.offset + 1;
  const close = container.offset + container.length - 1;
  const end = comma === null ? child.end : comma + 1;
  const bare = isSpace(text, start, child.start) && isSpace(text, child.end, comma ?? close);
  if (bare && isSpace(text, end, close)) return [cutOut(start, close)];
  return comma === null
    ? [lineOrPart(text, child.start, child.end)]
    : removeBeforeComma(text, child, comma);
}

/** Its own comma goes with it; what stands between the two stays. */
function removeBeforeComma(text: string, child: Child, comma: number): Splice[] {
  if (isSpace(text, child.end, comma)) return [lineOrPart(text, child.start, comma + 1)];
  return [cutOut(child.start, child.end), cutOut(comma, comma + 1)];
}

/** The comma of the one before goes, and the lines between where nothing is on them. */
function removeLast(text: string, before: Child, child: Child): Splice[] {
  const comma = commaBehind(text, before.end) ?? before.end;
  const behind = text.charAt(behindBlanks(text, child.end));
  if (isSpace(text, comma + 1, child.start) && behind !== '/') return [cutOut(comma, child.end)];
  return [cutOut(comma, comma + 1), lineOrPart(text, child.start, child.end)];
}

/** A part with its line, where nothing else is on it; else with the blanks that it would leave. */
function lineOrPart(text: string, from: number, to: number): Splice {
  const end = behindBlanks(text, to);
  const endsLine = isLineBreak(text.charAt(end));
  if (!isFirstOnLine(text, from)) return cutOut(endsLine ? blanksBefore(text, from) : from, end);
  if (!endsLine) return cutOut(from, end);
  const next = behindLineEnd(text, end);
  return cutOut(
    lineStartAt(text, from),
    isDoubleBlank(text, from, next) ? behindBlankLine(text, next) : next,
  );
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t') at -= 1;
  return at;
}

/** Whether an empty line would follow on another, or on the opening bracket. */
function isDoubleBlank(text: string, from: number, next: number): boolean {
  const above = text.slice(0, lineStartAt(text, from)).replace(/(?:\r\n|\n|\r)$/, '');
  const line = above.slice(lineStartAt(above, above.length));
  return behindBlankLine(text, next) > next && /^[ \t]*$|[{[][ \t]*$/.test(line);
}

function behindBlankLine(text: string, offset: number): number {
  const end = behindBlanks(text, offset);
  return isLineBreak(text.charAt(end)) ? behindLineEnd(text, end) : offset;
}
