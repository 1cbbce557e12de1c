import { defineFix, type FixContext } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { takingAway, type Taking } from './parts/kept-plan.ts';
import type { KeptThing } from '../plan/kept-things.ts';

/** F50, F91, F93: one sign-in that Claude Code keeps in its file and that cannot work. */
export const fix = defineFix({
  name: 'forget-kept-sign-in',
  codes: ['F50', 'F91', 'F93'],
  isDestructive: true,
  plan: (context) => takingAway(context, signInOf),
});

function signInOf(thing: KeptThing, { machine }: FixContext): Taking | null {
  if (thing.kind !== 'sign-in' || thing.of.client !== 'claude-code') return null;
  const { pointer, server, access, expiresAt } = thing.of;
  // SECURITY: only below mcpOAuth; the sign-in to Claude itself is never touched.
  if (pointer === null || !pointer.startsWith('/mcpOAuth/')) return null;
  if (isHiddenPlace(pointer) || pointer.includes('…')) return null;
  // What was never finished, or has run out, is replaced by the next sign-in.
  const isOver = expiresAt !== null && expiresAt > 0 && expiresAt <= machine.facts.now;
  if (access !== 'present' || isOver) return null;
  return {
    title: `Remove the kept sign-in of ${quotedName(server ?? 'this server')}`,
    operations: [{ kind: 'remove-value', file: thing.file, pointer }],
    leavesAlone: [
      'Your sign-in to Claude stays.',
      'Your tokens of other servers stay.',
      'What goes is kept in the backup, and undo puts it back.',
    ],
  };
}
