import { parse, TomlError, type TomlTable } from 'smol-toml';
import type { ConfigProblem } from '../../model/evidence.ts';
import type { Member } from '../json-tree.ts';
import type { ParsedConfig } from '../parse-config.ts';
import { tomlExcerptAt, tomlExcerptOf } from './toml-excerpt.ts';
import { tomlPlaces } from './toml-places.ts';
import { tomlTree } from './toml-tree.ts';

/**
 * Reads a TOML configuration into the same tree as a JSON one. The library tells the place of what
 * is wrong; where keys stand is found in the lines. A broken file has no tree: the library gives
 * none, and a guess would name servers that are not there.
 * @param base the decoded text
 */
export function parseToml(base: ParsedConfig): ParsedConfig {
  const { text } = base;
  const shown = {
    ...base,
    excerptAt: tomlExcerptAt(text),
    excerptOf: (member: Member) => tomlExcerptOf(text, member),
  };
  const read = readToml(text);
  if (!('table' in read)) {
    const problem = problemOf(read, shown);
    return { ...shown, state: 'broken', detail: placed(problem), problems: [problem] };
  }
  const [first] = shown.problems;
  const root = tomlTree(read.table, tomlPlaces(text));
  if (root === 'too-deep') {
    return { ...shown, state: 'unreadable', detail: 'Nested too deeply to be read here.' };
  }
  if (first !== undefined) return { ...shown, root, state: 'broken', detail: placed(first) };
  return { ...shown, root };
}

interface Failure {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

function readToml(text: string): { readonly table: TomlTable } | Failure {
  try {
    return { table: parse(text, { maxDepth: 200, integersAsBigInt: 'asNeeded' }) };
  } catch (error) {
    if (error instanceof TomlError) {
      return { line: error.line, column: error.column, reason: reasonOf(error.message) };
    }
    // Its own depth limit and the stack end here as well.
    return { line: 1, column: 1, reason: '' };
  }
}

/** The library quotes lines of the file below its first line, and may quote a value in it. */
function reasonOf(message: string): string {
  const first = message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
  return /^[a-z ,-]{3,80}$/i.test(first) ? ` (${first})` : '';
}

function problemOf(
  { line, column, reason }: Failure,
  { text, excerptAt }: ParsedConfig,
): ConfigProblem {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const found = Math.min(Math.max(1, line), starts.length);
  const from = starts[found - 1] ?? 0;
  const length = (starts[found] ?? text.length + 1) - 1 - from;
  const at = Math.min(Math.max(1, column), length + 1);
  return {
    kind: 'syntax',
    message: `This is not TOML${reason}.`,
    line: found,
    column: at,
    excerpt: excerptAt(from),
  };
}

function placed({ line, column, message }: ConfigProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}
