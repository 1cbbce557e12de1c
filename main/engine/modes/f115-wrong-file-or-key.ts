import { CLIENT_WORDS } from '../../contract/words.ts';
import type { ConfigFile, MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import type { SettingsFile } from '../model/settings-evidence.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { problemEvidence } from './evidence/problem-evidence.ts';
import { settingEvidence } from './evidence/setting-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F115: servers in a file, or under a key, that the client does not read. */
export const mode = defineMachineMode({
  code: 'F115',
  title: 'Servers stand where the client never looks',
  explanation:
    'Each client reads its servers from one place and under one key. What stands elsewhere is passed over without an error, so the server is missing and nothing says why.',
  whatToDo:
    'Move the entries. Claude Code reads mcpServers in .mcp.json at the top of the project and in ~/.claude.json (claude mcp add writes there), never in settings.json; Claude Desktop reads mcpServers in claude_desktop_config.json; the key servers is VS Code’s.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-code', 'claude-desktop-stdio'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/mcp',
    'https://github.com/anthropics/claude-code/issues/49133',
    'https://github.com/anthropics/claude-code/issues/75344',
  ],
  judge: (machine) => [
    ...machine.configs.flatMap(wrongKey),
    ...machine.settings.flatMap(wrongFile),
    ...unreadKeys(machine),
  ],
});

function wrongKey(config: ConfigFile): readonly Occurrence[] {
  return config.problems
    .filter(({ kind }) => kind === 'misplaced')
    .map((problem) => ({
      clients: [config.client],
      // About the file, and no server of those that were read.
      entries: [],
      title: `${CLIENT_WORDS[config.client]} does not read this key`,
      detail: problem.message,
      evidence: [problemEvidence(config, problem)],
    }));
}

function wrongFile(settings: SettingsFile): readonly Occurrence[] {
  const found = settings.facts.filter(({ kind }) => kind === 'misplaced-servers');
  return found.map((fact) => ({
    clients: [settings.client],
    entries: [],
    title: 'Claude Code does not read servers from this file',
    detail: `Under ${fact.name} stand: ${fact.value}.`,
    evidence: [settingEvidence(settings, fact)],
    // Such a file is for claude --mcp-config, and then it is read.
    ...(settings.scope === 'repository'
      ? { severity: 'advice' as const, confidence: 'possible' as const, whatToDo: REPOSITORY }
      : {}),
  }));
}

const REPOSITORY =
  'If Claude Code is to find these servers by itself, name the file .mcp.json. A file mcp.json is read only by claude --mcp-config mcp.json.';

/** A key that belongs to another client, within an entry that is otherwise in its place. */
function unreadKeys({ configs }: MachineEvidence): readonly Occurrence[] {
  return configs
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => {
      const facts = entry.facts.filter(isForeign).filter((fact) => !isToldByF112(entry, fact));
      return facts.length === 0 ? [] : [unreadKey(entry, facts)];
    });
}

type UnreadKey = Extract<ServerEntry['facts'][number], { readonly kind: 'unread-key' }>;

function isForeign(fact: ServerEntry['facts'][number]): fact is UnreadKey {
  return fact.kind === 'unread-key';
}

/** `transport` for `type` is an address without a type. */
function isToldByF112({ client, url, command, declaredType }: ServerEntry, fact: UnreadKey) {
  const isBare = client === 'claude-code' && url !== null && command === null;
  return isBare && declaredType === null && fact.instead === 'type';
}

function unreadKey(entry: ServerEntry, facts: readonly UnreadKey[]): Occurrence {
  const client = CLIENT_WORDS[entry.client];
  const keys = facts.map(({ name, instead }) =>
    instead === null ? `“${name}” is not read` : `“${name}” is not read, “${instead}” is`,
  );
  return {
    clients: [entry.client],
    title: `The entry ${quotedName(entry.name)} has a foreign key`,
    explanation: `${client} passes over keys that it does not know. The entry is taken for one without them.`,
    detail: `${keys.join('; ')}.`,
    whatToDo: 'Rename the key as shown.',
    // Where the entry is reached without it, it may be left over and harmless.
    severity: entry.url === null && entry.command === null ? 'error' : 'warning',
    confidence: 'likely',
    entries: [entry.id],
    evidence: facts.map(({ at }) => entryPlaceEvidence(entry, at)),
  };
}
