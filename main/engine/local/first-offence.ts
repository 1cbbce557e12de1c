import { looseTokenAt } from '../redact/json-lexer.ts';
import { nextToken, type JsonToken, type TokenKind } from './json-token.ts';

/** Why a strict JSON parser stops, in the order in which people make the mistake. */
export type OffenceKind =
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-key'
  | 'missing-value'
  | 'comment'
  | 'smart-quote'
  | 'single-quote'
  | 'invisible'
  | 'backslash'
  | 'control'
  | 'open-string'
  | 'word'
  | 'wrong-close'
  | 'cut-off'
  | 'extra';

export interface Offence {
  readonly kind: OffenceKind;
  readonly offset: number;
}

/** What may come next; the `first-` ones also take the closing bracket. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'more' | 'nothing';

interface Walk {
  expected: Expected;
  readonly open: ('{' | '[')[];
}

/** Per expectation and token what happens; a token without a row is an offence. */
const MOVES: Readonly<Record<Expected, Partial<Record<TokenKind, (walk: Walk) => boolean>>>> = {
  value: { '{': openObject, '[': openList, string: valueDone, scalar: valueDone },
  'first-value': {
    '{': openObject,
    '[': openList,
    string: valueDone,
    scalar: valueDone,
    ']': close,
  },
  key: { string: keyDone },
  'first-key': { string: keyDone, '}': close },
  colon: { ':': colonDone },
  more: { ',': commaDone, '}': closeObject, ']': closeList },
  nothing: {},
};

const MISSING: Readonly<Record<Expected, OffenceKind>> = {
  value: 'missing-value',
  'first-value': 'missing-value',
  key: 'missing-key',
  'first-key': 'missing-key',
  colon: 'missing-colon',
  more: 'missing-comma',
  nothing: 'extra',
};

/** What a parser accepts beyond strict JSON. */
interface Tolerance {
  /** Comments, and a comma behind the last entry. */
  readonly comments: boolean;
}

/**
 * Finds where a strict JSON parser (RFC 8259; what the clients use) stops, as a person would point at
 * it: at the comma too many instead of the bracket behind it, at the quotation mark that opens a text
 * without end, behind the last character where the file ends too early. No recursion: any depth.
 * @param text without byte order mark
 * @param tolerance what is no offence
 * @returns the first offence, or null where there is none
 */
export function firstOffence(
  text: string,
  { comments }: Tolerance = { comments: false },
): Offence | null {
  const walk: Walk = { expected: 'value', open: [] };
  let before: JsonToken = { kind: 'end', start: 0, end: 0 };
  for (;;) {
    const token = comments ? tokenBehindComments(text, before.end) : nextToken(text, before.end);
    if (comments && before.kind === ',' && isClose(token)) walk.expected = 'more';
    if (token.kind === 'end' && walk.expected === 'nothing') return null;
    const move = MOVES[walk.expected][token.kind];
    if (move === undefined || !move(walk)) return offenceAt(text, walk, token, before);
    before = token;
  }
}

/** A comment that never closes is left to be the offence. */
function tokenBehindComments(text: string, from: number): JsonToken {
  for (let at = from; ;) {
    const token = nextToken(text, at);
    const part = token.kind === 'bad' ? looseTokenAt(text, token.start) : null;
    if (part?.kind !== 'comment') return token;
    const block = text.startsWith('/*', part.start);
    if (block && !text.slice(part.start + 2, part.end).endsWith('*/')) return token;
    at = part.end;
  }
}

function isClose({ kind }: JsonToken): boolean {
  return kind === '}' || kind === ']';
}

function offenceAt(text: string, walk: Walk, token: JsonToken, before: JsonToken): Offence {
  if (token.kind === 'bad') return badToken(text, walk, token);
  if (token.kind === 'end') return { kind: 'cut-off', offset: before.end };
  const closes = isClose(token);
  if (closes && before.kind === ',') return { kind: 'trailing-comma', offset: before.start };
  if (closes && walk.expected === 'more') return { kind: 'wrong-close', offset: token.start };
  return { kind: MISSING[walk.expected], offset: token.start };
}

const BAD_STARTS: readonly { readonly kind: OffenceKind; readonly pattern: RegExp }[] = [
  { kind: 'comment', pattern: /^\/[/*]/ },
  { kind: 'smart-quote', pattern: /^[“”„‟«»‘’‚]/ },
  { kind: 'single-quote', pattern: /^['`]/ },
  { kind: 'invisible', pattern: /^[\s\p{Cc}\p{Cf}\p{Zs}]/u },
];

function badToken(text: string, walk: Walk, token: JsonToken): Offence {
  if (text.charAt(token.start) === '"') return badString(text, token);
  const head = text.slice(token.start, token.start + 2);
  const known = BAD_STARTS.find((one) => one.pattern.test(head));
  const kind = known?.kind ?? (walk.expected === 'nothing' ? 'extra' : 'word');
  return { kind, offset: token.start };
}

function badString(text: string, token: JsonToken): Offence {
  const stop = text.charAt(token.end);
  if (stop === '\\') return { kind: 'backslash', offset: token.end };
  const open = stop === '' || stop === '\n' || stop === '\r';
  return open
    ? { kind: 'open-string', offset: token.start }
    : { kind: 'control', offset: token.end };
}

function openObject(walk: Walk): boolean {
  walk.open.push('{');
  walk.expected = 'first-key';
  return true;
}
function openList(walk: Walk): boolean {
  walk.open.push('[');
  walk.expected = 'first-value';
  return true;
}
function close(walk: Walk): boolean {
  walk.open.pop();
  return valueDone(walk);
}
function closeObject(walk: Walk): boolean {
  return walk.open.at(-1) === '{' && close(walk);
}
function closeList(walk: Walk): boolean {
  return walk.open.at(-1) === '[' && close(walk);
}
function valueDone(walk: Walk): boolean {
  walk.expected = walk.open.length === 0 ? 'nothing' : 'more';
  return true;
}
function keyDone(walk: Walk): boolean {
  walk.expected = 'colon';
  return true;
}
function colonDone(walk: Walk): boolean {
  walk.expected = 'value';
  return true;
}
function commaDone(walk: Walk): boolean {
  walk.expected = walk.open.at(-1) === '{' ? 'key' : 'value';
  return true;
}
