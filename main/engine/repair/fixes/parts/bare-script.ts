import { programOf } from '../../../modes/evidence/entry-command.ts';
import type { ServerEntry } from '../../../model/evidence.ts';

/** Whether an entry starts npx or its like directly, which on Windows is a script and no program. */
export function isBareScript({ command }: Pick<ServerEntry, 'command'>): boolean {
  return /^(?:npx|npm|pnpm|pnpx|yarn|bunx)$/.test(programOf(command ?? ''));
}
