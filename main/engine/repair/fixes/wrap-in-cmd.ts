import { defineFix } from '../../model/fix.ts';
import { isBareScript } from './parts/bare-script.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F124, F127: npx on Windows without cmd around it. */
export const fix = defineFix({
  name: 'wrap-in-cmd',
  codes: ['F124', 'F127'],
  isDestructive: false,
  plan: (context) =>
    context.machine.os !== 'win32'
      ? []
      : entriesOf(context)
          .filter(isBareScript)
          .map((entry) => {
            const { file, pointer, name } = entry;
            return planOf({
              ...entryRules(entry, context.machine),
              about: aboutPlace(file, pointer),
              title: `Start ${quotedName(name)} through cmd`,
              // SECURITY: I4
              operations: [
                {
                  kind: 'change-value',
                  file,
                  pointer,
                  by: { kind: 'launch', template: 'cmd-wrapper' },
                },
              ],
              leavesAlone: [
                'The same program is started with the same arguments.',
                'Its variables stay.',
              ],
            });
          }),
});
