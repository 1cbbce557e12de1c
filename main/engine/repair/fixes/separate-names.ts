import type { Finding } from '../../../contract/report.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { EditOperation } from '../../model/operation.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { redactText } from '../../redact/text.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';
import { shownEntries } from './parts/entries-of.ts';
import { closedFor, entryRules } from './parts/file-rules.ts';
import { freeName, namesBeside } from './parts/free-name.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F117: one name for two servers; the user says which entry gets another name or goes. */
export const fix = defineFix({
  name: 'separate-names',
  codes: ['F117'],
  isDestructive: false,
  plan: (context) => {
    const open = inOrderOf(context.finding, shownEntries(context)).filter(
      ({ file, pointer }) => closedFor(file, context.machine) === null && !isHiddenPlace(pointer),
    );
    if (open.length === 0) return [];
    return [oneOf(open, 'rename', context), oneOf(open, 'remove', context)];
  },
});

/** The finding names the one that counts first; files say nothing of that. */
function inOrderOf({ evidence }: Finding, entries: readonly ServerEntry[]): readonly ServerEntry[] {
  const placeOf = ({ file, pointer }: ServerEntry) =>
    evidence.findIndex(
      (one) => one.kind === 'file' && one.file === file && one.pointer === pointer,
    );
  return entries.toSorted((one, two) => placeOf(one) - placeOf(two));
}

type Way = 'rename' | 'remove';

const TITLES: Readonly<Record<Way, (name: string) => string>> = {
  rename: (name) => `Give one ${name} another name`,
  remove: (name) => `Remove the ${name} that you do not mean`,
};

function oneOf(
  entries: readonly ServerEntry[],
  way: Way,
  { machine, answers }: FixContext,
): FixPlan {
  const id = `${way}-entry`;
  const chosen = entries.find((_, at) => answers[id] === String(at + 1));
  const { file, pointer, name } = entries[0]!;
  const rules = entries.map((one) => entryRules(one, machine));
  return planOf({
    about: aboutPlace(file, pointer, way),
    title: TITLES[way](quotedName(name)),
    automation: 'guided',
    risk: 'sign-in-again',
    quits: chosen === undefined ? [] : entryRules(chosen, machine).quits,
    restarts: [...new Set(rules.flatMap(({ restarts }) => restarts))],
    asks: [ask(id, way, entries)],
    operations: chosen === undefined ? [] : [operation(chosen, way, machine)],
    leavesAlone: ['The other entry of this name stays letter by letter.', 'No sign-in is removed.'],
  });
}

function ask(id: string, way: Way, entries: readonly ServerEntry[]): Ask {
  return {
    id,
    label: way === 'rename' ? 'Which one gets another name?' : 'Which one is to be removed?',
    help: 'The first one counts now.',
    kind: 'choice',
    options: entries.map((entry, at) => ({ id: String(at + 1), label: shown(entry) })),
  };
}

function shown({ client, scope, file, line, url, command }: ServerEntry): string {
  const leads = visible(url === null ? redactText(command ?? 'nothing') : redactUrl(url)).slice(
    0,
    120,
  );
  return `${CLIENT_WORDS[client]}, scope ${scope}: ${leads} (${visible(file)}, line ${line})`;
}

function operation(entry: ServerEntry, way: Way, machine: FixContext['machine']): EditOperation {
  const { file, pointer, name } = entry;
  if (way === 'remove') return { kind: 'remove-value', file, pointer };
  const to = freeName(`${name}-${entry.scope}`, namesBeside(entry, machine));
  return { kind: 'rename-key', file, pointer, to };
}
