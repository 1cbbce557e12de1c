import type { ServerEntry } from '../../model/evidence.ts';
import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isReservedName } from '../../modes/words/reserved-names.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { freeName, namesBeside } from './parts/free-name.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

/** F120: a name that Claude Code keeps for itself, or cannot use. */
export const fix = defineFix({
  name: 'rename-server',
  codes: ['F120'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context).map((entry) => {
      const { file, pointer, name } = entry;
      const to = freeName(usable(entry), namesBeside(entry, context.machine));
      const common = {
        ...entryRules(entry, context.machine),
        about: aboutPlace(file, pointer),
        title: `Rename ${quotedName(name)} to ${quotedName(to)}`,
        risk: 'sign-in-again',
        leavesAlone: LEAVES,
      } as const;
      return isHiddenPlace(pointer)
        ? planOf({ ...common, automation: 'guided', operations: [tell(BY_HAND, to)] })
        : planOf({ ...common, operations: [{ kind: 'rename-key', file, pointer, to }] });
    }),
});

const LEAVES = [
  'What stands in the entry stays letter by letter.',
  'Kept sign-ins go by the name: sign in once more under the new one.',
];
const BY_HAND = 'The name holds characters that do not show. Type the new name in its place.';

/** Letters, digits, hyphens and underscores; a reserved name gets a word behind it. */
function usable({ name }: ServerEntry): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (plain === '') return 'server';
  return plain === name || isReservedName(plain) ? `${plain}-server` : plain;
}
