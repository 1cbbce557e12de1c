import type { ConfigProblem } from '../model/evidence.ts';
import { excerptsIn } from '../redact/excerpt.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { firstOffence } from './first-offence.ts';
import { readTree, type JsonNode } from './json-tree.ts';
import { oddities } from './json-oddities.ts';
import { OFFENCE_WORDS } from './offence-words.ts';
import { positionsIn, type TextPosition } from './text-position.ts';

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
  readonly excerptAt: (offset: number) => string;
}

/**
 * Reads the bytes of a configuration twice: strictly, as the clients do, for the first place where
 * they stop, and tolerantly, for what the file was meant to say (safety G2). Never throws.
 * @param bytes the whole file
 * @param byteOrderMark whether the client that owns the file accepts a mark
 */
export function parseConfig(
  bytes: Uint8Array,
  byteOrderMark: 'refused' | 'tolerated',
): ParsedConfig {
  const decoded = decodeText(bytes);
  const { text } = decoded;
  const base = {
    text,
    root: null,
    positionAt: positionsIn(text),
    excerptAt: excerptsIn(text),
    notes: encodingNotes(decoded, positionsIn(text)),
    problems: [],
  };
  if (text.trim() === '') {
    const detail = text === '' ? 'The file is empty.' : 'The file holds only white space.';
    return { ...base, state: 'empty', detail };
  }
  const problems = [...encodingProblems(base, decoded, byteOrderMark), ...syntaxProblems(base)];
  const broken = problems.length > 0;
  const notes = broken ? [...base.notes, ...oddities(text)] : base.notes;
  const tree = readTree(text);
  if (!broken && tree === 'too-deep') {
    return { ...base, state: 'unreadable', detail: 'Nested too deeply to be read here.' };
  }
  const root = typeof tree === 'string' ? null : tree;
  const detail = problems[0] === undefined ? null : placed(problems[0]);
  return { ...base, root, notes, problems, state: broken ? 'broken' : 'ok', detail };
}

type Base = Pick<ParsedConfig, 'text' | 'positionAt' | 'excerptAt'>;

function syntaxProblems(base: Base): ConfigProblem[] {
  if (isStrict(base.text)) return [];
  const offence = firstOffence(base.text);
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

function encodingProblems(
  base: Base,
  { encoding, byteOrderMark }: DecodedText,
  rule: 'refused' | 'tolerated',
): ConfigProblem[] {
  if (encoding !== 'utf-8') {
    return [problemAt(base, 0, 'The file is in UTF-16; it must be in UTF-8.')];
  }
  return byteOrderMark && rule === 'refused'
    ? [problemAt(base, 0, 'The file begins with a byte order mark; it must begin with {.')]
    : [];
}

function encodingNotes(
  { encoding, byteOrderMark, invalidAt }: DecodedText,
  positionAt: Base['positionAt'],
): string[] {
  return [
    ...(encoding === 'utf-8' ? [] : [encoding === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE']),
    ...(byteOrderMark ? ['byte order mark'] : []),
    ...(invalidAt === null ? [] : [`bytes that are not UTF-8, line ${positionAt(invalidAt).line}`]),
  ];
}

function problemAt(base: Base, offset: number, message: string): ConfigProblem {
  return { kind: 'syntax', message, ...base.positionAt(offset), excerpt: base.excerptAt(offset) };
}

function placed({ line, column, message }: ConfigProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}
