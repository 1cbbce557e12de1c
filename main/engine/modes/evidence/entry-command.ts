import type { ServerEntry } from '../../model/evidence.ts';

/** Whether an entry gives its command a search path of its own. */
export function setsPath({ facts }: ServerEntry): boolean {
  return facts.some((fact) => fact.kind === 'sets' && fact.name.toUpperCase() === 'PATH');
}

/** The name of a program without its folder and Windows ending. */
export function programOf(command: string): string {
  const name = command.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.(?:exe|cmd|bat)$/i, '').toLowerCase();
}

/** Programs that run on the Node of the search path. */
export function runsNode({ command, args }: ServerEntry): boolean {
  const wrapped = programOf(command ?? '') === 'cmd' ? (args[1] ?? '') : (command ?? '');
  return /^(?:node|npx|npm|pnpm|pnpx|yarn)$/.test(programOf(wrapped));
}
