import { CLIENT_WORDS } from '../../../contract/words.ts';
import type { EntryFact } from '../../model/entry-fact.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { defineFix, type FixPlan } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { shownEntries } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

type UnreadKey = Extract<EntryFact, { readonly kind: 'unread-key' }>;

/** F115: a key of another client within an entry that is otherwise in its place. */
export const fix = defineFix({
  name: 'rename-key',
  codes: ['F115'],
  isDestructive: false,
  plan: (context) =>
    shownEntries(context).flatMap((entry) =>
      entry.facts.flatMap((fact) =>
        fact.kind === 'unread-key'
          ? [{ ...renamed(entry, fact), ...common(entry, fact, context.machine) }]
          : [],
      ),
    ),
});

function common(entry: ServerEntry, { at }: UnreadKey, machine: Parameters<typeof entryRules>[1]) {
  return { ...entryRules(entry, machine), about: aboutPlace(entry.file, at.pointer) };
}

function renamed(entry: ServerEntry, { name, instead, at }: UnreadKey): FixPlan {
  const leavesAlone = ['The value behind the key stays letter by letter.'];
  if (instead === null || startsProgram(instead) || isHiddenPlace(at.pointer)) {
    return planOf({
      about: '',
      title: `Correct the key ${quotedName(name)} by hand`,
      automation: 'guided',
      operations: [tell(inWords(entry, name, instead), instead)],
      leavesAlone,
    });
  }
  return planOf({
    about: '',
    title: `Rename the key ${quotedName(name)} to ${quotedName(instead)}`,
    operations: [{ kind: 'rename-key', file: entry.file, pointer: at.pointer, to: instead }],
    leavesAlone,
  });
}

// SECURITY: I4 — a name that makes a text into a command is written by a person.
function startsProgram(key: string): boolean {
  return key === 'command' || key === 'args';
}

function inWords({ client }: ServerEntry, name: string, instead: string | null): string {
  const who = CLIENT_WORDS[client];
  return instead === null
    ? `${who} does not read ${quotedName(name)}. Take it out, or give that setting where ${who} has it.`
    : `Look at what the entry would start. Then rename ${quotedName(name)} to ${quotedName(instead)}, and ${who} starts it.`;
}
