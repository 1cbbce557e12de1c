import type { Range } from './ranges.ts';
import { isSecretName } from './secret-names.ts';

/** A field of a form in a page: its name stands before its value or behind it. */
const NAME_FIRST = /\bname=["']?([\w.-]{1,64})["']?[^<>]{0,200}?\bvalue=(["']?)([^"'<>]{1,8192})/g;
const VALUE_FIRST = /\bvalue=(["']?)([^"'<>]{1,8192})\1[^<>]{0,200}?\bname=["']?([\w.-]{1,64})/g;

/** The private members of a JSON Web Key (RFC 7518 §6); alone their names are letters like others. */
const PRIVATE = /\\?"(?:k|d|p|q|dp|dq|qi)\\?"\s{0,8}:\s{0,8}\\?"([\w+/=-]{16,})/g;

/** Values whose name stands apart from them: in forms of pages, and in keys. */
export function heldRanges(text: string): Range[] {
  return [...fieldRanges(text), ...keyRanges(text)];
}

function fieldRanges(text: string): Range[] {
  if (!text.includes('value=')) return [];
  const before = Array.from(text.matchAll(NAME_FIRST)).map((match) => ({
    name: match[1] ?? '',
    range: endOf(match, match[3] ?? ''),
  }));
  const behind = Array.from(text.matchAll(VALUE_FIRST)).map((match) => {
    const start = match.index + 'value='.length + (match[1] ?? '').length;
    return { name: match[3] ?? '', range: [start, start + (match[2] ?? '').length] as Range };
  });
  return [...before, ...behind]
    .filter(({ name }) => isSecretName(name, 'query'))
    .map(({ range }) => range);
}

function keyRanges(text: string): Range[] {
  if (!/\\?"kty\\?"/.test(text)) return [];
  return Array.from(text.matchAll(PRIVATE), (match) => endOf(match, match[1] ?? ''));
}

function endOf({ index, 0: whole }: RegExpExecArray, value: string): Range {
  const end = index + whole.length;
  return [end - value.length, end];
}
