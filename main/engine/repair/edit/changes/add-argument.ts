import type { Json } from '../../../model/evidence.ts';
import { changed, isJsonObject, refused, textsOf, type Changed } from './changed.ts';
import { hasControl, isShell } from './words.ts';

interface Argument {
  readonly flag: string;
  readonly value: string | null;
}

/**
 * Puts a flag behind the other arguments, or its value in the place of the one it has. The value is an
 * item of its own in the list, so that no shell reads it.
 * @param value an entry with `args`, or the list itself
 */
export function addArgument(value: Json, argument: Argument): Changed {
  const { flag, value: wanted } = argument;
  if (!/^--?[A-Za-z][A-Za-z0-9-]{0,60}$/.test(flag)) return refused('That is no flag.');
  if (wanted !== null && (hasControl(wanted) || wanted.startsWith('-'))) {
    return refused('The value of the flag would not be read as one.');
  }
  const entry = isJsonObject(value) ? value : null;
  if (typeof entry?.['command'] === 'string' && isShell(entry['command'])) {
    return refused('The entry starts a shell, which would read the argument itself.');
  }
  const list = entry === null ? value : (entry['args'] ?? []);
  const args = textsOf(list);
  if (args === null) return refused('The arguments are no list of texts.');
  if (args.some((one) => /mcp-remote\S*\s+\S/.test(one))) {
    return refused('The whole command line is one argument, which cannot be added to.');
  }
  return withFlag(args, argument, entry === null ? '' : '/args');
}

function withFlag(args: readonly string[], { flag, value }: Argument, at: string): Changed {
  const joined = args.findIndex((one) => one.startsWith(`${flag}=`));
  if (joined !== -1 && value !== null) {
    return changed([{ kind: 'set-value', at: `${at}/${joined}`, value: `${flag}=${value}` }]);
  }
  const index = args.indexOf(flag);
  if (index === -1) {
    const items = [flag, ...(value === null ? [] : [value])];
    if (args.length === 0) return changed([{ kind: 'set-value', at, value: items }]);
    return changed(items.map((item) => ({ kind: 'set-value', at: `${at}/-`, value: item })));
  }
  if (value === null) return changed([]);
  const next = args[index + 1];
  const place = `${at}/${index + 1}`;
  const isReplaced = next === undefined || !next.startsWith('-');
  return changed([{ kind: isReplaced ? 'set-value' : 'insert-item', at: place, value }]);
}
