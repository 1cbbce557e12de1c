import { visible } from '../../redact/visible.ts';

/** A name as one word of a command line of a POSIX shell, to be copied; on one line (safety H13). */
export function shellWord(name: string): string {
  const shown = visible(name);
  return /^[\w.@/-]+$/.test(shown) && !shown.startsWith('-')
    ? shown
    : `'${shown.replaceAll("'", "'\\''")}'`;
}
