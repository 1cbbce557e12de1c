import type { EntryFact } from '../../model/entry-fact.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import { defineFix, type FixPlan } from '../../model/fix.ts';
import type { EditOperation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { isLaunchPlace } from './parts/launch-place.ts';
import { freeName, namesBeside } from './parts/free-name.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

type SpaceFact = Extract<EntryFact, { readonly kind: 'white-space' }>;

/** F119: white space that does not show. */
export const fix = defineFix({
  name: 'trim-white-space',
  codes: ['F119'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context).flatMap((entry) => {
      const facts = entry.facts.filter((one) => one.kind === 'white-space');
      return facts.length === 0 ? [] : plansFor(entry, facts, context.machine);
    }),
});

function plansFor(
  entry: ServerEntry,
  facts: readonly SpaceFact[],
  machine: MachineEvidence,
): readonly FixPlan[] {
  const operations = facts.flatMap((fact) => operationFor(entry, fact, machine));
  // The name of the entry is renamed last: until then the other pointers lead through it.
  const inOrder = operations.toSorted((one, two) => rank(one) - rank(two));
  const byHand = facts.filter((fact) => operationFor(entry, fact, machine).length === 0);
  const common = { ...entryRules(entry, machine), leavesAlone: LEAVES };
  const trim = planOf({
    ...common,
    about: aboutPlace(entry.file, entry.pointer),
    title: `Take the hidden white space out of ${quotedName(entry.name)}`,
    operations: inOrder,
  });
  return [
    ...(operations.length === 0 ? [] : [trim]),
    ...(byHand.length === 0 ? [] : [{ ...trim, ...told(entry, byHand) }]),
  ];
}

const LEAVES = ['Spaces within a value stay: “Bearer …” keeps its own.', 'No other value changes.'];

function operationFor(
  entry: ServerEntry,
  { where, at }: SpaceFact,
  machine: MachineEvidence,
): readonly EditOperation[] {
  const { file } = entry;
  const { pointer } = at;
  if (isHiddenPlace(pointer) || isLaunchPlace(entry, pointer)) return [];
  if (where !== 'name') return [{ kind: 'change-value', file, pointer, by: { kind: 'trim' } }];
  const isEntry = pointer === entry.pointer;
  const name = isEntry ? entry.name : lastOf(pointer);
  const to = isEntry ? freeName(name.trim(), namesBeside(entry, machine)) : name.trim();
  return to === '' || to === name ? [] : [{ kind: 'rename-key', file, pointer, to }];
}

function rank(operation: EditOperation): number {
  return operation.kind === 'rename-key' ? 1 : 0;
}

function lastOf(pointer: string): string {
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

function told(entry: ServerEntry, facts: readonly SpaceFact[]) {
  const lines = facts.map(({ at }) => at.line).join(', ');
  return {
    about: aboutPlace(entry.file, entry.pointer, 'by hand'),
    title: `Retype what has hidden white space in ${quotedName(entry.name)}`,
    automation: 'guided',
    operations: [
      tell(
        `Unblank does not write commands, or names that it cannot show. Retype what stands in line ${lines} of the file.`,
        entry.file,
      ),
    ],
  } as const;
}
