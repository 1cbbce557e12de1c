import { CHILD_LIMIT } from './build-tree.ts';
import type { ConfigProblem } from '../model/evidence.ts';
import { excerptLines, excerptsIn } from '../redact/excerpt.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { firstOffence } from './first-offence.ts';
import { readTree, type JsonNode, type Member } from './json-tree.ts';
import { oddities } from './json-oddities.ts';
import { OFFENCE_WORDS } from './offence-words.ts';
import type { ConfigLocation } from './location.ts';
import { positionsIn, type TextPosition } from './text-position.ts';
import { parseToml } from './toml/parse-toml.ts';

/** A configuration file as text and tree, before anyone looks for servers in it. */
export interface ParsedConfig {
  readonly state: 'ok' | 'empty' | 'broken' | 'unreadable';
  readonly detail: string | null;
  readonly notes: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly text: string;
  /** The tolerant reading; null where there is no value in the file. */
  readonly root: JsonNode | null;
  readonly positionAt: (offset: number) => TextPosition;
  /** The masked line around a place. */
  readonly excerptAt: (offset: number) => string;
  /** The masked lines of a member, from its key to the end of its value. */
  readonly excerptOf: (member: Member) => string;
}

/** What the client that owns the file accepts. */
export type Dialect = Pick<ConfigLocation, 'byteOrderMark' | 'format'>;

/**
 * Reads the bytes of a configuration twice: strictly, as its client does, for the first place where
 * it stops, and tolerantly, for what the file was meant to say (safety G2). Never throws.
 * @param bytes the whole file
 * @param dialect what the client that owns the file accepts
 */
export function parseConfig(bytes: Uint8Array, dialect: Dialect): ParsedConfig {
  const decoded = decodeText(bytes);
  const { text } = decoded;
  const positionAt = positionsIn(text);
  const base: ParsedConfig = {
    state: 'ok',
    detail: null,
    text,
    root: null,
    positionAt,
    excerptAt: excerptsIn(text),
    excerptOf: ({ key, value }) => excerptLines(text, key.offset, value.offset + value.length),
    notes: encodingNotes(decoded, positionAt),
    problems: encodingProblems(decoded, dialect),
  };
  if (text.trim() === '') {
    const detail = text === '' ? 'The file is empty.' : 'The file holds only white space.';
    return { ...base, problems: [], state: 'empty', detail };
  }
  return dialect.format === 'toml' ? parseToml(base) : parseJson(base, dialect);
}

function parseJson(base: ParsedConfig, { format }: Dialect): ParsedConfig {
  const { text } = base;
  const strict = isStrict(text);
  const problems = [...base.problems, ...(strict ? [] : syntaxProblems(base, format === 'jsonc'))];
  const broken = problems.length > 0;
  const notes = strict ? base.notes : [...base.notes, ...oddities(text)];
  const cut: number[] = [];
  const tree = readTree(text, (offset) => cut.push(offset));
  if (!broken && tree === 'too-deep') {
    return { ...base, state: 'unreadable', detail: 'Nested too deeply to be read here.' };
  }
  const root = typeof tree === 'string' ? null : tree;
  const detail = problems[0] === undefined ? null : placed(problems[0]);
  const all = [...notes, ...cutNotes(cut, base)];
  return { ...base, root, notes: all, problems, state: broken ? 'broken' : 'ok', detail };
}

/** Nothing is left out in silence. */
function cutNotes(cut: readonly number[], { positionAt }: ParsedConfig): string[] {
  const [first] = cut;
  if (first === undefined) return [];
  const others = cut.length === 1 ? '' : `, and ${cut.length - 1} more such`;
  return [
    `more than ${CHILD_LIMIT} values in one list or object (line ${positionAt(first).line}${others}); those behind were not read`,
  ];
}

function syntaxProblems(base: ParsedConfig, comments: boolean): ConfigProblem[] {
  const offence = firstOffence(base.text, { comments });
  return offence === null ? [] : [problemAt(base, offence.offset, OFFENCE_WORDS[offence.kind])];
}

/** The parser of the clients itself; it is also the quickest. */
function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Both stand at the very beginning, so that there is no line to show. */
function encodingProblems(
  { encoding, byteOrderMark, text }: DecodedText,
  dialect: Dialect,
): ConfigProblem[] {
  const at = { kind: 'syntax', line: 1, column: 1, excerpt: excerptsIn(text)(0) } as const;
  if (encoding !== 'utf-8') {
    return [{ ...at, message: 'The file is in UTF-16; it must be in UTF-8.' }];
  }
  return byteOrderMark && dialect.byteOrderMark === 'refused'
    ? [{ ...at, message: 'The file begins with a byte order mark; it must begin with {.' }]
    : [];
}

function encodingNotes(
  { encoding, byteOrderMark, invalidAt }: DecodedText,
  positionAt: ParsedConfig['positionAt'],
): string[] {
  return [
    ...(encoding === 'utf-8' ? [] : [encoding === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE']),
    ...(byteOrderMark ? ['byte order mark'] : []),
    ...(invalidAt === null ? [] : [`bytes that are not UTF-8, line ${positionAt(invalidAt).line}`]),
  ];
}

function problemAt(base: ParsedConfig, offset: number, message: string): ConfigProblem {
  return { kind: 'syntax', message, ...base.positionAt(offset), excerpt: base.excerptAt(offset) };
}

function placed({ line, column, message }: ConfigProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}
