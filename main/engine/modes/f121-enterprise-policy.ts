import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import type { SettingFact, SettingsFile } from '../model/settings-evidence.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { problemEvidence } from './evidence/problem-evidence.ts';
import { ruleMatches, rulesAskedOf, type PolicyRule } from './evidence/policy-rule.ts';
import { settingEvidence } from './evidence/setting-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F121: a rule about servers keeps one away, mostly one of the organisation. */
export const mode = defineMachineMode({
  code: 'F121',
  title: 'A policy keeps this server away',
  explanation:
    'Settings say which servers may be used, and this one is not among them. The client leaves it out, mostly without a word, or says “not allowed by enterprise policy”.',
  whatToDo:
    'Ask the people who manage this machine to allow the server, with its address. Unblank reads these files and never changes them.',
  step: 'local',
  severity: 'error',
  category: 'account',
  confidence: 'certain',
  clients: ['claude-code', 'claude-desktop-3p'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/managed-mcp',
    'https://claude.com/docs/third-party/claude-desktop/configuration',
  ],
  judge: (machine) => [
    ...exclusive(machine),
    ...ruled(machine, 'deniedMcpServers'),
    ...ruled(machine, 'allowedMcpServers'),
    ...switchedOff(machine),
  ],
});

/** managed-mcp.json is the only source of servers where it exists, also where it is empty. */
function exclusive({ configs }: MachineEvidence): readonly Occurrence[] {
  const managed = configs.find(
    ({ client, scope, state }) =>
      client === 'claude-code' && scope === 'managed' && state !== 'broken',
  );
  const others = configs
    .flatMap(({ entries }) => entries)
    .filter(({ client, scope }) => client === 'claude-code' && scope !== 'managed');
  if (managed === undefined || others.length === 0) return [];
  return [
    {
      title: 'Only the servers of managed-mcp.json are used',
      explanation:
        'An organisation has put managed-mcp.json on this machine. Claude Code then takes servers from that file only; those of users, projects and plugins are left out.',
      clients: ['claude-code'],
      entries: others.map(({ id }) => id),
      evidence: [problemEvidence(managed, null), ...others.slice(0, 10).map(fileEvidence)],
    },
  ];
}

type RuleKey = 'allowedMcpServers' | 'deniedMcpServers';

interface FoundRule extends PolicyRule {
  readonly file: SettingsFile;
  readonly fact: SettingFact;
}

function ruled(machine: MachineEvidence, key: RuleKey): readonly Occurrence[] {
  const rules = rulesOf(machine, key);
  if (rules.length === 0) return [];
  const entries = machine.configs
    .flatMap((config) => config.entries)
    .filter(({ client }) => client === 'claude-code');
  return entries.flatMap((entry) =>
    key === 'deniedMcpServers' ? denied(entry, rules) : notAllowed(entry, rules),
  );
}

function rulesOf({ settings }: MachineEvidence, key: RuleKey): readonly FoundRule[] {
  const found = settings.flatMap((file) =>
    file.facts
      .filter(({ kind, name }) => kind === 'policy' && name === key)
      .map((fact) => ({ text: fact.value, commandHash: fact.commandHash ?? null, file, fact })),
  );
  const managedOnly = settings.some(({ managed, facts }) =>
    facts.some(
      ({ name, value }) => managed && name === 'allowManagedMcpServersOnly' && value === 'true',
    ),
  );
  const counts = key === 'allowedMcpServers' && managedOnly;
  return counts ? found.filter(({ file }) => file.managed) : found;
}

function denied(entry: ServerEntry, rules: readonly FoundRule[]): readonly Occurrence[] {
  const rule = rules.find((one) => ruleMatches(one, entry) === true);
  if (rule === undefined) return [];
  return [
    {
      title: `The server ${quotedName(entry.name)} is on a deny list`,
      detail: `deniedMcpServers names it: ${rule.text}.`,
      entries: [entry.id],
      evidence: [settingEvidence(rule.file, rule.fact), fileEvidence(entry)],
    },
  ];
}

function notAllowed(entry: ServerEntry, rules: readonly FoundRule[]): readonly Occurrence[] {
  const asked = rulesAskedOf(entry, rules);
  if (asked.some((one) => ruleMatches(one, entry) === true)) return [];
  const unclear = asked.some((one) => ruleMatches(one, entry) === null);
  const [rule] = rules;
  if (rule === undefined) return [];
  return [
    {
      title: `The server ${quotedName(entry.name)} is on no allow list`,
      detail: unclear
        ? 'A variable stands in the entry or in a rule of allowedMcpServers, so the two cannot be compared here.'
        : 'allowedMcpServers is set, and none of its rules fits the entry.',
      ...(unclear ? { confidence: 'possible' as const, severity: 'warning' as const } : {}),
      entries: [entry.id],
      evidence: [settingEvidence(rule.file, rule.fact), fileEvidence(entry)],
    },
  ];
}

/** Switches of Claude Desktop’s third-party mode, and the scope of the entries that they stop. */
const DESKTOP_SWITCHES: Readonly<Record<string, string>> = {
  isLocalDevMcpEnabled: 'user',
  isDesktopExtensionEnabled: 'extension',
};

function switchedOff({ settings, configs }: MachineEvidence): readonly Occurrence[] {
  return settings
    .filter(({ client }) => client === 'claude-desktop-3p')
    .flatMap((file) =>
      file.facts
        .filter(({ name, value }) => DESKTOP_SWITCHES[name] !== undefined && value === 'false')
        .flatMap((fact) => {
          const entries = configs
            .flatMap((config) => config.entries)
            .filter(
              ({ client, scope }) =>
                client === 'claude-desktop-3p' && scope === DESKTOP_SWITCHES[fact.name],
            );
          return entries.length === 0 ? [] : [stopped(file, fact, entries)];
        }),
    );
}

function stopped(
  file: SettingsFile,
  fact: SettingFact,
  entries: readonly ServerEntry[],
): Occurrence {
  return {
    title: 'A policy switches off local servers here',
    detail: `${fact.name} is false in the profile that is applied.`,
    clients: ['claude-desktop-3p'],
    entries: entries.map(({ id }) => id),
    evidence: [settingEvidence(file, fact), ...entries.map(fileEvidence)],
  };
}
