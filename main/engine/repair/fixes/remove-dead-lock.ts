import { defineFix, type FixContext } from '../../model/fix.ts';
import { takingAway, type Taking } from './parts/kept-plan.ts';
import type { KeptThing } from '../plan/kept-things.ts';

/** F129, F130: the lock of a process of mcp-remote that is gone. */
export const fix = defineFix({
  name: 'remove-dead-lock',
  codes: ['F129', 'F130'],
  isDestructive: true,
  plan: (context) => takingAway(context, lockOf),
});

/** A sign-in takes minutes; a lock of more than a day was left behind. */
const DAY_MS = 24 * 60 * 60 * 1000;

function lockOf(thing: KeptThing, { machine }: FixContext): Taking | null {
  if (thing.kind !== 'lock' || thing.of.alive === true) return null;
  const { alive, startedAt } = thing.of;
  const isOld = startedAt !== null && machine.facts.now - startedAt > DAY_MS;
  if (alive !== false && !isOld) return null;
  return {
    title: 'Remove the lock of a dead mcp-remote',
    operations: [{ kind: 'remove-file', file: thing.file, backup: true }],
    leavesAlone: [
      'The registration and the tokens of this server stay.',
      'Locks and sign-ins of other servers stay.',
    ],
  };
}
