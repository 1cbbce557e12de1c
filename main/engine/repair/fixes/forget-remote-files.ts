import { defineFix } from '../../model/fix.ts';
import { takingAway, type Taking } from './parts/kept-plan.ts';
import type { KeptThing } from '../plan/kept-things.ts';

/** F50, F91, F130, F131: what mcp-remote keeps of one server, so that it registers anew. */
export const fix = defineFix({
  name: 'forget-remote-files',
  codes: ['F50', 'F91', 'F130', 'F131'],
  isDestructive: true,
  plan: (context) => takingAway(context, filesOf),
});

function filesOf(thing: KeptThing): Taking | null {
  if (thing.kind !== 'remote-files') return null;
  const { files = [thing.file], hash } = thing.of;
  // SECURITY: only names that begin with this hash, whatever the evidence says.
  const own = files.filter((file) => hash !== null && nameOf(file).startsWith(`${hash}_`));
  if (own.length === 0) return null;
  return {
    title: 'Remove what mcp-remote keeps of this server',
    operations: own.map((file) => ({ kind: 'remove-file', file, backup: true })),
    leavesAlone: [
      'The sign-ins of all other servers stay.',
      'The files are kept in the backup, and undo puts them back.',
      'mcp-remote registers anew and asks you to sign in once.',
    ],
  };
}

function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
