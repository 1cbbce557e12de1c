import type { JsonObject } from '../../../model/evidence.ts';
import { programOf } from '../../../modes/evidence/entry-command.ts';
import { changed, refused, textsOf, type Changed } from '../changes/changed.ts';
import { hasControl } from '../changes/words.ts';

/** What is a script on Windows and no program. */
const SCRIPTS = /^(?:npx|npm|pnpm|pnpx|yarn|bunx)$/;
/** What cmd reads itself; it would not arrive as it is written, or run something else. */
const READ_BY_CMD = /[&|<>^%"]/;

/**
 * The same command behind `cmd /c` (F127). A path with spaces becomes the name alone: cmd would cut it.
 */
// SECURITY: I4 — what cmd would read as more than a text is refused.
export function cmdWrapper(entry: JsonObject): Changed {
  const { command, args: list } = entry;
  if (typeof command !== 'string') return refused('The entry starts no program.');
  if (programOf(command) === 'cmd') return refused('The entry starts cmd already.');
  if (!SCRIPTS.test(programOf(command))) {
    return refused('Only npx and its like are scripts that need cmd.');
  }
  const args = textsOf(list ?? []);
  if (args === null) return refused('The arguments are no list of texts.');
  const program = /\s/.test(command) ? programOf(command) : command;
  if ([program, ...args].some((one) => READ_BY_CMD.test(one) || hasControl(one))) {
    return refused('An argument holds characters that cmd would read itself, such as & or %.');
  }
  const first = ['/c', program];
  return changed([
    { kind: 'set-value', at: '/command', value: 'cmd' },
    ...(args.length === 0
      ? [{ kind: 'set-value' as const, at: '/args', value: first }]
      : first.map((value, index) => ({
          kind: 'insert-item' as const,
          at: `/args/${index}`,
          value,
        }))),
  ]);
}
