import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { namedScopes, type NamedScopes } from './parts/named-scopes.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F65, F87: the scopes that Claude Code asks for, out of those that the server names. */
export const fix = defineFix({
  name: 'choose-scopes',
  codes: ['F65', 'F87'],
  isDestructive: false,
  plan: (context) => {
    const named = namedScopes(context.target);
    if (named.length === 0) return [];
    return entriesOf(context)
      .filter(
        ({ client, url, command }) => client === 'claude-code' && url !== null && command === null,
      )
      .map((entry) => withScopes(entry, named, context));
  },
});

function withScopes(
  entry: ServerEntry,
  named: readonly NamedScopes[],
  { machine, answers }: FixContext,
): FixPlan {
  const chosen = named.find(({ id }) => id === answers['scopes']);
  const { file, pointer, name } = entry;
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(file, pointer),
    title: `Choose the scopes that ${quotedName(name)} asks for`,
    automation: 'guided',
    risk: 'sign-in-again',
    asks: [ask(named)],
    operations:
      chosen === undefined
        ? []
        : [{ kind: 'set-value', file, pointer: `${pointer}/oauth/scopes`, value: chosen.scope }],
    leavesAlone: [
      'A client id and a callback port of the entry stay.',
      'The new scopes count from the next sign-in on.',
    ],
  });
}

function ask(named: readonly NamedScopes[]): Ask {
  return {
    id: 'scopes',
    label: 'Which scopes is Claude Code to ask for?',
    help: 'They are those that the server itself names. Fewer are safer; where a call is refused for want of scope, take more.',
    kind: 'choice',
    options: named.map(({ id, label, scope }) => ({ id, label: `${label}: ${scope}` })),
  };
}
