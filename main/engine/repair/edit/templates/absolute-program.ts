import type { JsonObject } from '../../../model/evidence.ts';
import { programOf } from '../../../modes/evidence/entry-command.ts';
import { changed, refused, textsOf, type Changed } from '../changes/changed.ts';
import { isAbsolutePath } from '../changes/words.ts';

/** The same command, its program named by its whole path (F124, F125). */
// SECURITY: I4 — the same program at another place, and no other program.
export function absoluteProgram(entry: JsonObject, program: string | null): Changed {
  const { command } = entry;
  if (typeof command !== 'string') return refused('The entry starts no program.');
  if (program === null || !isAbsolutePath(program)) return refused('No whole path is given.');
  const args = textsOf(entry['args'] ?? []);
  if (args === null) return refused('The arguments are no list of texts.');
  const behind = programOf(command) === 'cmd' ? args.findIndex((one) => /^\/c$/i.test(one)) + 1 : 0;
  const started = behind === 0 ? command : (args[behind] ?? '');
  if (programOf(started) !== programOf(program)) {
    return refused('The path leads to another program than the entry starts.');
  }
  if (started === program) return changed([]);
  if (behind === 0) return changed([{ kind: 'set-value', at: '/command', value: program }]);
  if (/[\s&|<>^%"()]/.test(program)) {
    return refused('The path holds characters that cmd would read itself, such as spaces.');
  }
  return changed([{ kind: 'set-value', at: `/args/${behind}`, value: program }]);
}
