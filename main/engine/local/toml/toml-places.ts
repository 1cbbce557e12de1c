/** Where the keys of a TOML file stand, by their path. */
export type TomlPlaces = ReadonlyMap<string, number>;

/** The name of a path in `TomlPlaces`. */
export function placeKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** No key is longer; the patterns below are not linear in their white space. */
const HEAD_LIMIT = 500;
const HEADER = /^\s*\[{1,2}\s*([^\]#]+?)\s*\]{1,2}\s*(?:#.*)?$/;
const ASSIGNMENT =
  /^\s*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*=/;
const PART = /[\w-]+|"([^"\n]*)"|'([^'\n]*)'/g;

/**
 * Finds where tables begin and keys stand, line by line. Lines inside a text over several lines are
 * passed over; members of an inline table have no place of their own (their table's stands for them).
 * @param text a TOML text, whole
 */
export function tomlPlaces(text: string): TomlPlaces {
  const places = new Map<string, number>();
  let table: readonly string[] = [];
  let fence: string | null = null;
  for (const { line, start } of linesOf(text)) {
    if (fence === null) {
      const head = line.slice(0, HEAD_LIMIT).replace(/\r$/, '');
      const header = HEADER.exec(head)?.[1];
      const assigned = ASSIGNMENT.exec(head)?.[1];
      if (header !== undefined && assigned === undefined) table = partsOf(header);
      const path = header === undefined ? [] : table;
      if (assigned !== undefined) note(places, table, partsOf(assigned), start + indentOf(line));
      else if (header !== undefined) note(places, [], path, start + indentOf(line));
    }
    fence = fenceAfter(line, fence);
  }
  return places;
}

function* linesOf(text: string): Generator<{ readonly line: string; readonly start: number }> {
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    yield { line: text.slice(start, stop), start };
    start = stop + 1;
  }
}

/** The first place of a path counts; a table that is only implied begins where its first part does. */
function note(
  places: Map<string, number>,
  table: readonly string[],
  parts: readonly string[],
  at: number,
): void {
  parts.forEach((_, index) => {
    const key = placeKey([...table, ...parts.slice(0, index + 1)]);
    if (!places.has(key)) places.set(key, at);
  });
}

function partsOf(dotted: string): string[] {
  return Array.from(dotted.matchAll(PART), ([bare, double, single]) => double ?? single ?? bare);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a text over several lines is open behind this line, by its quotation marks. */
function fenceAfter(line: string, fence: string | null): string | null {
  let open = fence;
  for (const [mark] of line.matchAll(/"""|'''/g)) {
    if (open === null) open = mark;
    else if (open === mark) open = null;
  }
  return open;
}
