import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ConfigFile, MachineEvidence, Move } from '../../model/evidence.ts';
import type { EditOperation } from '../../model/operation.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import { pointerOf } from '../../local/json-tree.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { codeServersFile } from './parts/code-files.ts';
import { fileRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F115: servers in a file, or under a key, where their client never looks. */
export const fix = defineFix({
  name: 'move-servers',
  codes: ['F115'],
  isDestructive: false,
  plan: (context) => [...underWrongKey(context), ...inWrongFile(context)],
});

function underWrongKey({ finding, machine }: FixContext): readonly FixPlan[] {
  return machine.configs.flatMap((config) =>
    config.problems
      .filter(({ kind, line }) => kind === 'misplaced' && pointsAt(finding, config.file, line))
      .flatMap(({ moves = [] }) =>
        moves.length === 0 ? [] : [withinFile(config, moves, machine)],
      ),
  );
}

function pointsAt({ evidence }: FixContext['finding'], file: string, line: number): boolean {
  return evidence.some((one) => one.kind === 'file' && one.file === file && one.line === line);
}

function withinFile(config: ConfigFile, moves: readonly Move[], machine: MachineEvidence): FixPlan {
  const { file, client, entries } = config;
  const rules = fileRules(file, client, machine);
  const isTaken = moves.some(({ to }) => entries.some(({ pointer }) => pointer === to));
  return planOf({
    ...rules,
    closed: rules.closed ?? (isTaken ? TAKEN : null),
    about: aboutPlace(file, moves[0]?.from ?? null),
    title: `Move the servers to where ${CLIENT_WORDS[client]} looks`,
    operations: moves.map(({ from, to }) => move({ file, pointer: from }, { file, pointer: to })),
    leavesAlone: [
      'The entries stay as they are, letter by letter.',
      'Nothing else in the file changes.',
    ],
  });
}

const NO_LONGER_THERE =
  'Where somebody starts “claude --mcp-config” with the old file, it finds the servers there no longer.';
const TAKEN =
  'A server of the same name is there already, and Unblank does not write over it. Rename one of the two first.';

function move(from: { file: string; pointer: string }, to: { file: string; pointer: string }) {
  return { kind: 'move-value', from, to } as const satisfies EditOperation;
}

function inWrongFile(context: FixContext): readonly FixPlan[] {
  const { finding, machine } = context;
  return machine.settings.flatMap((settings) =>
    settings.facts
      .filter(
        ({ kind, line }) => kind === 'misplaced-servers' && pointsAt(finding, settings.file, line),
      )
      .flatMap((fact) => toOtherFile(settings, fact, machine)),
  );
}

function toOtherFile(
  settings: SettingsFile,
  { pointer, servers = [] }: SettingFact,
  machine: MachineEvidence,
): readonly FixPlan[] {
  const to = codeServersFile(settings, machine);
  if (to === null || servers.length === 0) return [];
  const [from, there] = [settings, to].map(({ file }) => fileRules(file, 'claude-code', machine));
  const taken = machine.configs
    .filter(({ file }) => file === to.file)
    .flatMap(({ entries }) => entries.map((one) => one.pointer));
  const moves = servers.map((name) => ({
    from: `${pointer}${pointerOf([name])}`,
    to: pointerOf(['mcpServers', name]),
  }));
  const isTaken = moves.some((one) => taken.includes(one.to));
  return [
    planOf({
      quits: [...new Set([...(from?.quits ?? []), ...(there?.quits ?? [])])],
      restarts: ['claude-code'],
      closed: from?.closed ?? there?.closed ?? (isTaken ? TAKEN : null),
      about: aboutPlace(settings.file, pointer),
      title: 'Move the servers to where Claude Code looks',
      operations: moves.map((one) =>
        move({ file: settings.file, pointer: one.from }, { file: to.file, pointer: one.to }),
      ),
      leavesAlone: [
        'The entries stay as they are, letter by letter.',
        'Other settings of the file stay.',
        ...(settings.scope === 'repository' ? [NO_LONGER_THERE] : []),
      ],
    }),
  ];
}
