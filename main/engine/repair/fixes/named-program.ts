import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { EditOperation } from '../../model/operation.ts';
import { programOf, runsNode } from '../../modes/evidence/entry-command.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isAtLeast } from '../../local/version.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { isBareScript } from './parts/bare-script.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F124, F125: the command is not found, or an old Node is found first. */
export const fix = defineFix({
  name: 'named-program',
  codes: ['F124', 'F125'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter((entry) => PROGRAM_NAME.test(startedBy(entry)) && isMeant(entry, context))
      .map((entry) => named(entry, context)),
});

/** What Node programs of today ask for. */
const WANTED = '20.0.0';
/** Anything else is no program that could be found by its name. */
const PROGRAM_NAME = /^[\w.+-]{1,40}$/;
const PROGRAM: Omit<Ask, 'label' | 'help'> = { id: 'program', kind: 'file', options: [] };

function isMeant(entry: ServerEntry, { finding, machine }: FixContext): boolean {
  if (finding.code === 'F125') return runsNode(entry);
  // There it takes cmd, not a path.
  return machine.os !== 'win32' || !isBareScript(entry);
}

function named(entry: ServerEntry, context: FixContext): FixPlan {
  const { machine, answers, finding } = context;
  const name = startedBy(entry);
  const found = finding.code === 'F125' ? newerNode(name, machine) : toolOf(name, machine);
  const common = {
    ...entryRules(entry, machine),
    about: aboutPlace(entry.file, entry.pointer),
    title: `Write the whole path of ${quotedName(name)}`,
    leavesAlone: ['The same program is started with the same arguments.', 'Other variables stay.'],
  };
  if (isSame(found, name)) return planOf({ ...common, operations: launches(entry, found) });
  const chosen = answers[PROGRAM.id] ?? null;
  return planOf({
    ...common,
    automation: 'guided',
    asks: [ask(name)],
    operations: isSame(chosen, name) ? launches(entry, chosen) : [],
  });
}

function startedBy({ command, args }: ServerEntry): string {
  const own = programOf(command ?? '');
  return own === 'cmd' ? programOf(args[1] ?? '') : own;
}

function toolOf(name: string, { facts }: MachineEvidence): string | null {
  return facts.tools.find((one) => one.name === name)?.path ?? null;
}

/** The program beside a Node that is new enough, where the search path leads to one. */
function newerNode(name: string, machine: MachineEvidence): string | null {
  const node = machine.facts.tools.find((one) => one.name === 'node');
  const version = /\d+\.\d+\.\d+/.exec(node?.version ?? '')?.[0];
  if (node === undefined || version === undefined || !isAtLeast(version, WANTED)) return null;
  return toolOf(name, machine);
}

// SECURITY: I4 — the same program at another place, and no other program.
function isSame(path: string | null, name: string): path is string {
  return path !== null && /^(?:\/|[A-Za-z]:[\\/])/.test(path) && programOf(path) === name;
}

function launches({ file, pointer }: ServerEntry, program: string): readonly EditOperation[] {
  const at = { kind: 'change-value', file, pointer } as const;
  const folder = program.slice(0, Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'), 1));
  return [
    { ...at, by: { kind: 'launch', template: 'absolute-program', program } },
    // npx starts node by its name, so that its folder has to come first.
    { ...at, by: { kind: 'path-first', folder } },
  ];
}

function ask(name: string): Ask {
  return {
    ...PROGRAM,
    label: `Where is ${name}?`,
    help: `Choose the file ${name} of a current installation; in a terminal “which ${name}” (on Windows “where ${name}”) tells it.`,
  };
}
