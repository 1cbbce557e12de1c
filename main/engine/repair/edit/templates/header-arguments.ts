import type { Json } from '../../../model/evidence.ts';
import { isJsonObject } from '../changes/changed.ts';

/** A header as an argument of mcp-remote. */
export interface HeaderArgument {
  readonly name: string;
  readonly argument: string;
  /** The variable that takes its value; null where the value is one variable already. */
  readonly variable: string | null;
}

/**
 * Headers of an entry as arguments without spaces and without their values.
 * @param headers of the entry
 * @param env of the entry: names that are taken
 * @returns why it cannot be expressed, as a sentence without a value
 */
export function headerArguments(headers: Json, env: Json): readonly HeaderArgument[] | string {
  if (!isJsonObject(headers)) return 'The headers of the entry are no object.';
  if (!isJsonObject(env)) return 'The variables of the entry are no object.';
  const taken = new Set(Object.keys(env));
  const found: HeaderArgument[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z0-9_-]{1,100}$/.test(name))
      return 'A header has a name that mcp-remote cannot read.';
    if (typeof value !== 'string') return 'A header of the entry has a value that is no text.';
    const single = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(value.trim())?.[1];
    if (single === undefined && value.includes('${')) return MIXED;
    const variable = single ?? freeVariable(name, taken);
    taken.add(variable);
    found.push({
      name,
      argument: `${name}:\${${variable}}`,
      variable: single === undefined ? variable : null,
    });
  }
  return found;
}

const MIXED =
  'A header is made of a variable and other text; mcp-remote would not fill the variable in a second time.';

/** `Authorization` becomes AUTH_HEADER, as the README of mcp-remote has it. */
function freeVariable(header: string, taken: ReadonlySet<string>): string {
  const plain = header
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^(?=\d)/, '_');
  const name = plain === 'AUTHORIZATION' ? 'AUTH_HEADER' : `${plain}_HEADER`;
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`;
  return free;
}
