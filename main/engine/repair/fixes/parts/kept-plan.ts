import type { FixContext, FixPlan } from '../../../model/fix.ts';
import type { EditOperation } from '../../../model/operation.ts';
import { keptThings, usersOf, type KeptThing } from '../../plan/kept-things.ts';
import { scopeOf } from '../../plan/scope-gate.ts';
import { fileRules } from './file-rules.ts';
import { aboutPlace, planOf } from './plan-of.ts';

/** What is taken away of one kept thing, and how that is said. */
export interface Taking {
  readonly title: string;
  readonly operations: readonly EditOperation[];
  readonly leavesAlone: readonly string[];
}

/**
 * Plans that take away what a client keeps, one per thing: closed until the gate is open.
 * @param take what is done about a thing; null where it is none of this fix's
 */
export function takingAway(
  context: FixContext,
  take: (thing: KeptThing, context: FixContext) => Taking | null,
): readonly FixPlan[] {
  const scope = scopeOf(context);
  const gate = scope.established ? null : `${scope.why} ${scope.whatToDo}`;
  return keptThings(context).flatMap((thing) => {
    const taking = take(thing, context);
    if (taking === null) return [];
    const users = [...new Set(usersOf(thing, context.machine).map(({ client }) => client))];
    const owner = thing.kind === 'sign-in' || thing.kind === 'note' ? 'claude-code' : 'mcp-remote';
    const rules = fileRules(thing.file, owner, context.machine);
    const starters = owner === 'mcp-remote' ? users : rules.quits;
    return [
      planOf({
        ...taking,
        about: aboutPlace(thing.file, 'pointer' in thing.of ? thing.of.pointer : null),
        risk: thing.kind === 'lock' || thing.kind === 'note' ? 'low' : 'sign-in-again',
        // SECURITY: G10 — who uses it would write it again from memory.
        quits: starters,
        restarts: starters,
        closed: gate ?? rules.closed,
      }),
    ];
  });
}
