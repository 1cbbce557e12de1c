import { diffLines } from 'diff';

/** More would not be read. */
const LIMIT = 20;

/**
 * What was mended, line by line and without a value.
 * @returns sentences such as `Line 7: a comma too many was removed.`
 */
export function mendNotes(before: string, after: string): readonly string[] {
  const changed = changedLines(before, after);
  const notes = [
    ...new Set(changed.map(({ line, was, is }) => `Line ${line}: ${kindOf(was, is)}.`)),
  ];
  if (notes.length <= LIMIT) return notes;
  return [...notes.slice(0, LIMIT), `And ${notes.length - LIMIT} more lines.`];
}

interface ChangedLine {
  readonly line: number;
  readonly was: string;
  readonly is: string;
}

function changedLines(before: string, after: string): readonly ChangedLine[] {
  const changed: ChangedLine[] = [];
  let [line, was]: [number, readonly string[]] = [1, []];
  const parts = [...diffLines(before, after), { value: '', added: false, removed: false }];
  for (const { value, added, removed } of parts) {
    const lines = value
      .split(/\r\n|\n|\r/)
      .filter((one, at, all) => one !== '' || at < all.length - 1);
    if (removed === true) was = lines;
    else if (added === true) {
      changed.push(...paired(line, was, lines));
      line += was.length;
      was = [];
    } else {
      changed.push(...paired(line, was, []));
      line += was.length + lines.length;
      was = [];
    }
  }
  return changed;
}

/** A block of lines in place of another, line by line from its beginning. */
function paired(
  first: number,
  was: readonly string[],
  is: readonly string[],
): readonly ChangedLine[] {
  return Array.from({ length: Math.max(was.length, is.length) }, (_, at) => ({
    line: first + Math.min(at, Math.max(was.length - 1, 0)),
    was: was[at] ?? '',
    is: is[at] ?? '',
  })).filter((one) => one.was !== one.is);
}

/** What happened to a line, the most telling first. */
const KINDS: readonly (readonly [(was: string, is: string) => boolean, string])[] = [
  [
    (was, is) => /\/\/|\/\*|\*\/|^\s*#/.test(was) && is.length < was.length,
    'a comment was removed',
  ],
  [
    (was, is) => count(was, /[“”„‟‘’']/gu) > count(is, /[“”„‟‘’']/gu),
    'quotation marks were replaced',
  ],
  [(was, is) => count(is, /[{}[\]]/g) > count(was, /[{}[\]]/g), 'a missing bracket was added'],
  [(was, is) => count(is, /[{}[\]]/g) < count(was, /[{}[\]]/g), 'a bracket too many was removed'],
  [(was, is) => count(is, /"/g) > count(was, /"/g), 'missing quotation marks were added'],
  [(was, is) => count(is, /,/g) > count(was, /,/g), 'a missing comma was added'],
  [(was, is) => count(is, /,/g) < count(was, /,/g), 'a comma too many was removed'],
  [(was, is) => count(is, /:/g) > count(was, /:/g), 'a missing colon was added'],
  [(was, is) => count(is, /\\/g) > count(was, /\\/g), 'backslashes of a path were doubled'],
  [(was) => /\b(?:True|False|None)\b/.test(was), 'a word of Python was written as in JSON'],
];

function kindOf(was: string, is: string): string {
  return KINDS.find(([isKind]) => isKind(was, is))?.[1] ?? 'what JSON does not know was removed';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
