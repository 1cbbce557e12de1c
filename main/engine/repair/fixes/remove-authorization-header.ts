import type { EntryFact } from '../../model/entry-fact.ts';
import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { isLaunchPlace } from './parts/launch-place.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F86: a fixed Authorization header, with which Claude Code never signs in. */
export const fix = defineFix({
  name: 'remove-authorization-header',
  codes: ['F86'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(({ client, viaMcpRemote }) => client.startsWith('claude') && !viaMcpRemote)
      .flatMap((entry) => {
        const places = entry.facts.filter(isAuthorization).map(({ at }) => at.pointer);
        const named = places.filter((one) => !isHiddenPlace(one) && !isLaunchPlace(entry, one));
        if (named.length === 0) return [];
        return [
          planOf({
            ...entryRules(entry, context.machine),
            about: aboutPlace(entry.file, entry.pointer),
            title: `Remove the Authorization header of ${quotedName(entry.name)}`,
            risk: 'sign-in-again',
            operations: named.map((pointer) => ({
              kind: 'remove-value' as const,
              file: entry.file,
              pointer,
            })),
            leavesAlone: [
              'Other headers of the entry stay.',
              'The token that goes is kept in the backup, and undo puts it back.',
            ],
          }),
        ];
      }),
});

function isAuthorization(fact: EntryFact): fact is Extract<EntryFact, { readonly kind: 'header' }> {
  return fact.kind === 'header' && fact.name.toLowerCase() === 'authorization';
}
