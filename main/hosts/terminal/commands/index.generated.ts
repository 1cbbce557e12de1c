/** The commands of the command line, by name; each is loaded when it is run. Written by `npm run generate`: do not edit. */
import type { TerminalCommand } from '../command.ts';

export const COMMANDS: readonly {
  readonly name: string;
  readonly load: () => Promise<{ readonly command: TerminalCommand }>;
}[] = [
  { name: 'backup', load: () => import('./backup.ts') },
  { name: 'bundle', load: () => import('./bundle.ts') },
  { name: 'check', load: () => import('./check.ts') },
  { name: 'compare', load: () => import('./compare.ts') },
  { name: 'demo', load: () => import('./demo.ts') },
  { name: 'explain', load: () => import('./explain.ts') },
  { name: 'fix', load: () => import('./fix.ts') },
  { name: 'journal', load: () => import('./journal.ts') },
  { name: 'restore', load: () => import('./restore.ts') },
  { name: 'tokens', load: () => import('./tokens.ts') },
  { name: 'trace', load: () => import('./trace.ts') },
  { name: 'undo', load: () => import('./undo.ts') },
  { name: 'watch', load: () => import('./watch.ts') },
];
