import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F136: mcp-remote without a fixed version, or in an unsafe one. */
export const fix = defineFix({
  name: 'pin-mcp-remote',
  codes: ['F136'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(({ facts }) => facts.some(({ kind }) => kind === 'package'))
      .map((entry) => {
        const { file, pointer, name } = entry;
        return planOf({
          ...entryRules(entry, context.machine),
          about: aboutPlace(file, pointer),
          title: `Pin the mcp-remote of ${quotedName(name)}`,
          // Versions before v1 have a folder each, so that another one begins without a sign-in.
          risk: 'sign-in-again',
          // SECURITY: I4, I5
          operations: [
            {
              kind: 'change-value',
              file,
              pointer,
              by: { kind: 'launch', template: 'pin-mcp-remote' },
            },
          ],
          leavesAlone: [
            'The address, the headers and the other arguments stay.',
            'Sign-ins that mcp-remote keeps are not touched; a new version may ask once more.',
          ],
        });
      }),
});
