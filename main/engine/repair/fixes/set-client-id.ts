import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { EditOperation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';
import { CALLBACK_PORT, portOf } from './parts/callback-port.ts';

/** F40, F46: a client id that the user has registered by hand, for an entry of Claude Code. */
export const fix = defineFix({
  name: 'set-client-id',
  codes: ['F40', 'F46'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(
        ({ client, url, command }) => client === 'claude-code' && url !== null && command === null,
      )
      .filter(({ signIn }) => signIn?.clientId == null && !connectsAnyway(context))
      .map((entry) => withId(entry, context)),
});

/** With an id document, for example, Claude Code needs no id of its own. */
function connectsAnyway({ target }: FixContext): boolean {
  const verdicts = target?.verdicts ?? [];
  return verdicts.some(({ client, outcome }) => client === 'claude-code' && outcome === 'works');
}

const CLIENT_ID: Ask = {
  id: 'client-id',
  label: 'Which client id did the server give you?',
  help: 'Register a client at the authorization server by hand, as a public one, with http://localhost:PORT/callback as its redirect URI. An id is public; a secret does not belong here.',
  kind: 'client-id',
  options: [],
};

function withId(entry: ServerEntry, { machine, answers }: FixContext): FixPlan {
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(entry.file, entry.pointer),
    title: `Give ${quotedName(entry.name)} the client id you registered`,
    automation: 'guided',
    risk: 'sign-in-again',
    asks: [CLIENT_ID, CALLBACK_PORT],
    operations: idOperations(entry, answers),
    leavesAlone: [
      'A client secret is not written into the file: Claude Code asks for it with “claude mcp add --client-secret”.',
      'The address and the headers of the entry stay.',
    ],
  });
}

function idOperations(
  { file, pointer }: ServerEntry,
  answers: FixContext['answers'],
): readonly EditOperation[] {
  const id = answers[CLIENT_ID.id]?.trim() ?? '';
  const port = portOf(answers);
  // RFC 6749 appendix A.1: visible ASCII characters.
  if (port === null || !/^[\x21-\x7e]{1,500}$/.test(id)) return [];
  const at = (key: string) => ({ file, pointer: `${pointer}/oauth/${key}` });
  return [
    { kind: 'set-value', ...at('clientId'), value: id },
    { kind: 'set-value', ...at('callbackPort'), value: port },
  ];
}
