import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { Operation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';
import { CALLBACK_PORT, portOf } from './parts/callback-port.ts';

/** F44, F72: one fixed port for the callback of an entry of Claude Code. */
export const fix = defineFix({
  name: 'set-callback-port',
  codes: ['F44', 'F72'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(
        ({ client, url, command }) => client === 'claude-code' && url !== null && command === null,
      )
      .map((entry) => withPort(entry, context)),
});

function withPort(entry: ServerEntry, { machine, answers, finding }: FixContext): FixPlan {
  const port = portOf(answers);
  const ask = finding.code === 'F72' ? { ...CALLBACK_PORT, ...FREE } : CALLBACK_PORT;
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(entry.file, entry.pointer),
    title: `Set the callback port of ${quotedName(entry.name)}`,
    automation: 'guided',
    risk: 'sign-in-again',
    asks: [ask],
    operations: port === null ? [] : operations(entry, port),
    leavesAlone: ['The client id and the address of the entry stay.', 'Other servers stay.'],
  });
}

const FREE = {
  label: 'Which free port is the callback to use?',
  help: 'A number from 1024 to 65535 that no program here uses. Where you registered a client by hand, its redirect URI must have the same.',
};

function operations({ file, pointer }: ServerEntry, port: number): readonly Operation[] {
  return [
    { kind: 'set-value', file, pointer: `${pointer}/oauth/callbackPort`, value: port },
    tell(
      'Where the authorization server lists redirect URIs of your client, add this one to its list.',
      `http://localhost:${port}/callback`,
    ),
  ];
}
