import { defineFix, type Ask } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';
import { hasFlag, remoteEntries, withFlag } from './parts/remote-entries.ts';

/** F40: the client that the user registered, for mcp-remote, by the file that holds it. */
export const fix = defineFix({
  name: 'static-client-file',
  codes: ['F40'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context)
      .filter((entry) => !hasFlag(entry, FLAG))
      .map((entry) => {
        const chosen = context.answers[ASK.id] ?? '';
        const isFile = /^(?:\/|[A-Za-z]:[\\/])[^\u0000-\u001f]*$/.test(chosen);
        return planOf({
          ...entryRules(entry, context.machine),
          about: aboutPlace(entry.file, entry.pointer),
          title: `Give ${quotedName(entry.name)} the client you registered`,
          automation: 'guided',
          risk: 'sign-in-again',
          asks: [ASK],
          operations: isFile ? [withFlag(entry, FLAG, `@${chosen}`)] : [],
          leavesAlone: [
            'The file that you choose is named and not read; its secret stays there.',
            'The address and the other arguments stay.',
          ],
        });
      }),
});

const FLAG = '--static-oauth-client-info';
const ASK: Ask = {
  id: 'client-file',
  label: 'Which file holds the registered client?',
  help: 'A JSON file of your own with client_id, and client_secret where there is one. Let nobody else read it.',
  kind: 'file',
  options: [],
};
