import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { keptThings } from '../plan/kept-things.ts';
import { tellCommand } from './parts/command-line.ts';
import { entriesOf } from './parts/entries-of.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F41, F45, F50, F91, F93, F94, F96: Claude Code signs in to one server anew, by its own commands. */
export const fix = defineFix({
  name: 'sign-in-again',
  codes: ['F41', 'F45', 'F50', 'F91', 'F93', 'F94', 'F96'],
  isDestructive: false,
  plan: (context) =>
    (isOfClient(context) ? namesOf(context) : []).map((name) =>
      planOf({
        about: aboutPlace('claude-code', null, name),
        title: `Sign in to ${quotedName(name)} again`,
        automation: 'guided',
        risk: 'sign-in-again',
        operations: stepsFor(name, context),
        leavesAlone: [
          'Only this server is concerned; your tokens of other servers stay.',
          'Your sign-in to Claude stays.',
        ],
      }),
    ),
});

/** That a server forgets clients or refuses to renew may be seen at the server alone. */
function isOfClient(context: FixContext): boolean {
  const { code, evidence } = context.finding;
  if (code !== 'F50' && code !== 'F91') return true;
  return evidence.some(({ kind }) => kind === 'log') || keptThings(context).length > 0;
}

const KEEPS_WHAT_IS_THERE: ReadonlySet<string> = new Set(['F45', 'F94', 'F96']);

function stepsFor(name: string, { finding, machine: { os } }: FixContext): FixPlan['operations'] {
  const out = tellCommand(
    'In a terminal. It removes what Claude Code keeps of this one server.',
    os,
    'claude mcp logout',
    name,
  );
  const into = tellCommand(
    'Then sign in. Without a browser on this machine add --no-browser.',
    os,
    'claude mcp login',
    name,
  );
  return KEEPS_WHAT_IS_THERE.has(finding.code) ? [into] : [out, into];
}

/** Names of Claude Code’s servers: those of what is kept, else of the entries. */
function namesOf(context: FixContext): readonly string[] {
  const kept = keptThings(context).flatMap(({ kind, of }) =>
    (kind === 'sign-in' || kind === 'note') && 'server' in of && of.server !== null
      ? [of.server]
      : [],
  );
  const own = entriesOf(context)
    .filter(isCodes)
    .map(({ name }) => name);
  const isMachines = context.target === null;
  const names = kept.length > 0 && !isMachines ? kept : isMachines ? asked(context) : own;
  return [...new Set(names)].slice(0, 20);
}

function isCodes({ client, url, command }: ServerEntry): boolean {
  return client === 'claude-code' && url !== null && command === null;
}

/** For all servers at once: those that Claude Code noted as asking for a sign-in. */
function asked({ machine: { configs, stores } }: FixContext): readonly string[] {
  const noted = new Set(stores.needsAuth.map(({ server }) => server));
  return configs
    .flatMap(({ entries }) => entries)
    .filter((entry) => isCodes(entry) && noted.has(entry.name))
    .map(({ name }) => name);
}
