import { isUrl } from '../../contract/is-url.ts';
import { isByName, scopeRank, winsInCodeTab } from '../local/entries/code-scopes.ts';
import { switchedOffBy } from '../local/settings/switched-off-by.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { redactUrl } from '../redact/url.ts';
import { visible } from '../redact/visible.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F117: one name for two servers, of which one is never reached. */
export const mode = defineMachineMode({
  code: 'F117',
  title: 'Two entries share one name; one is ignored',
  explanation:
    'Claude Code knows servers by their name. Where several scopes define the same name it takes one of them: local before project, project before user. What was signed in for one may be looked up for the other.',
  whatToDo:
    'Remove the entry that you do not mean (claude mcp remove NAME -s SCOPE), or give it another name.',
  step: 'local',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-code', 'claude-desktop-code'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/mcp',
    'https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md',
  ],
  judge: (machine) => [...acrossScopes(machine), ...inCodeTab(machine)],
});

function acrossScopes({ configs, settings }: MachineEvidence): readonly Occurrence[] {
  const entries = configs.flatMap((config) => config.entries).filter(isByName);
  // One that nobody approved is passed over, and the next one counts (seen with 2.1.330).
  const isUsed = (entry: ServerEntry) => switchedOffBy(entry, settings).length === 0;
  return [...groupBy(entries, ({ name }) => name).values()].flatMap((same) =>
    sessionsOf(same).flatMap((session) => overshadowed(session, isUsed)),
  );
}

/** Local entries of two projects never meet: each is compared with those that are everywhere. */
function sessionsOf(entries: readonly ServerEntry[]): readonly (readonly ServerEntry[])[] {
  const local = entries.filter(({ scope }) => scope === 'local');
  const everywhere = entries.filter(({ scope }) => scope !== 'local');
  return local.length === 0 ? [everywhere] : local.map((one) => [one, ...everywhere]);
}

function overshadowed(
  entries: readonly ServerEntry[],
  isUsed: (entry: ServerEntry) => boolean,
): readonly Occurrence[] {
  const inOrder = entries.toSorted((one, two) => (scopeRank(one) ?? 0) - (scopeRank(two) ?? 0));
  const [winner, ...others] = [...inOrder.filter(isUsed), ...inOrder.filter((one) => !isUsed(one))];
  const losers = others.filter((one) => winner !== undefined && endpoint(one) !== endpoint(winner));
  if (winner === undefined || losers.length === 0) return [];
  const ignored = losers.map(({ scope }) => scope).join(', ');
  return [
    {
      title: `The name ${quotedName(winner.name)} stands for two servers`,
      detail: `The entry of scope ${winner.scope} counts (${shown(winner)}); ignored: ${ignored} (${losers.map(shown).join(', ')}).`,
      entries: [winner, ...losers].map(({ id }) => id),
      evidence: [winner, ...losers].map(fileEvidence),
    },
  ];
}

/** In the Code tab of Claude Desktop the file of Claude Desktop wins on the same name. */
function inCodeTab({ configs }: MachineEvidence): readonly Occurrence[] {
  const all = configs.flatMap((config) => config.entries);
  return all.flatMap((winner) => {
    const losers = all.filter(
      (one) => winsInCodeTab(winner, one) && endpoint(one) !== endpoint(winner),
    );
    if (losers.length === 0) return [];
    return [
      {
        title: `The Code tab takes ${quotedName(winner.name)} from elsewhere`,
        explanation:
          'In the Code tab of Claude Desktop an entry of claude_desktop_config.json wins over one of the same name in Claude Code’s own files. The command line takes the other one.',
        detail: `The Code tab uses ${shown(winner)}; claude in a terminal uses ${shown(losers[0] ?? winner)}.`,
        whatToDo: 'Give one of the two another name, or make them the same.',
        severity: 'advice',
        clients: ['claude-desktop-code'],
        entries: [winner, ...losers].map(({ id }) => id),
        evidence: [winner, ...losers].map(fileEvidence),
      },
    ];
  });
}

/** What is reached: the address, else the command with what may be shown of its arguments. */
function endpoint({ url, command, args }: ServerEntry): string {
  if (url !== null) return isUrl(url) ? new URL(url).href : url;
  return JSON.stringify([command, args]);
}

function shown({ url, command }: ServerEntry): string {
  return visible(url === null ? (command ?? 'nothing') : redactUrl(url)).slice(0, 120);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
