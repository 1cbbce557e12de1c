import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { takingAway, type Taking } from './parts/kept-plan.ts';
import type { KeptThing } from '../plan/kept-things.ts';

/** F94: the note by which Claude Code passes a server over for a while. */
export const fix = defineFix({
  name: 'forget-needs-auth-note',
  codes: ['F94'],
  isDestructive: true,
  plan: (context) => takingAway(context, noteOf),
});

function noteOf(thing: KeptThing): Taking | null {
  if (thing.kind !== 'note' || isHiddenPlace(thing.of.pointer)) return null;
  return {
    title: `Remove the note about ${quotedName(thing.of.server)}`,
    operations: [{ kind: 'remove-value', file: thing.file, pointer: thing.of.pointer }],
    leavesAlone: ['No sign-in is removed.', 'Notes about other servers stay.'],
  };
}
