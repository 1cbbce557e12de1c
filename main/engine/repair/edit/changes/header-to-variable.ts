import { pointerOf } from '../../../local/json-tree.ts';
import type { Json, JsonObject } from '../../../model/evidence.ts';
import { changed, isJsonObject, refused, textsOf, type Changed } from './changed.ts';
import { isVariableName } from './words.ts';

/**
 * `--header`, `Name: value` becomes `Name:${VARIABLE}` with the value as a variable of `env`, so that
 * no argument has a space (F126). The value stays in its file.
 *
 * mcp-remote fills variables in once and not again (source of 0.15.1, `substituteEnvVars`), so that
 * variables of `env` within the value are written out.
 * @param value the entry
 */
// SECURITY: A13, F9
export function headerToVariable(
  value: Json,
  { argument, variable }: { readonly argument: number; readonly variable: string },
): Changed {
  if (!isJsonObject(value)) return refused('There is no entry here.');
  if (!isVariableName(variable)) return refused('That is no name of a variable.');
  const args = textsOf(value['args']);
  const env = value['env'] ?? {};
  if (args === null) return refused('The arguments are no list of texts.');
  if (!isJsonObject(env)) return refused('The variables of the entry are no object.');
  if (Object.hasOwn(env, variable)) return refused(`A variable ${variable} is there already.`);
  const header = headerAt(args, argument);
  if (header === null) return refused('The argument is no header with a value any more.');
  const written = writtenOut(header.value, env);
  if (written === null) return refused(UNKNOWN_VARIABLE);
  return changed([
    { kind: 'set-value', at: pointerOf(['env', variable]), value: written },
    { kind: 'set-value', at: `/args/${argument}`, value: `${header.name}:\${${variable}}` },
  ]);
}

const UNKNOWN_VARIABLE =
  'The header takes a part of its value from a variable that the entry does not set; mcp-remote would not fill it in a second time.';

/** As mcp-remote reads it. A text that is one variable alone has nothing to be moved. */
function headerAt(
  args: readonly string[],
  index: number,
): { readonly name: string; readonly value: string } | null {
  const isHeader = /^(?:-H|--headers?)$/.test(args[index - 1] ?? '');
  const [, name, value] = /^\s*([A-Za-z0-9_-]+):\s*(.*?)\s*$/.exec(args[index] ?? '') ?? [];
  if (!isHeader || name === undefined || value === undefined || value === '') return null;
  return { name, value };
}

/** With the values of variables of the entry; null where one is from elsewhere, or goes on. */
function writtenOut(value: string, env: JsonObject): string | null {
  const names = Array.from(value.matchAll(/\$\{([^}]*)\}/g), ([, name = '']) => name);
  const values = names.map((name) => (Object.hasOwn(env, name) ? env[name] : undefined));
  if (values.some((one) => typeof one !== 'string' || one.includes('${'))) return null;
  return value.replace(/\$\{([^}]*)\}/g, (_, name: string) => String(env[name]));
}
