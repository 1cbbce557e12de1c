import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';
import { offersOnlyStream } from './parts/seen-transport.ts';

/** F112: an address without the word that says how to speak to it. */
export const fix = defineFix({
  name: 'add-type',
  codes: ['F112'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(
        ({ client, url, declaredType }) =>
          client === 'claude-code' && url !== null && declaredType === null,
      )
      .map((entry) => {
        const { file, pointer, name } = entry;
        const type = offersOnlyStream(context.target) ? 'sse' : 'http';
        const left = entry.facts.flatMap((fact) =>
          fact.kind === 'unread-key' && fact.instead === 'type'
            ? [{ kind: 'remove-value' as const, file, pointer: `${pointer}/${fact.name}` }]
            : [],
        );
        return planOf({
          ...entryRules(entry, context.machine),
          about: aboutPlace(file, pointer),
          title: `Add the missing type to ${quotedName(name)}`,
          operations: [
            ...left,
            { kind: 'set-value', file, pointer: `${pointer}/type`, value: type },
          ],
          leavesAlone: [
            'The address and everything else in the entry stay as they are.',
            'Other servers of the file stay.',
          ],
        });
      }),
});
