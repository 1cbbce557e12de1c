import type { EntryFact } from '../model/entry-fact.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { isClaudeCode, isDesktop, speakerOf } from './evidence/entry-client.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { quotedName } from './words/quoted-name.ts';

type VariableFact = Extract<EntryFact, { readonly kind: 'variable' }>;

/** F118: a variable in an entry that nobody fills in. */
export const mode = defineMachineMode({
  code: 'F118',
  title: 'A variable in the entry is not set',
  explanation:
    'The entry takes a value from the environment, and there it has none. The client then sends the text ${NAME} itself, or nothing, as address or token.',
  whatToDo:
    'Set the variable where the client is started, or write a default as ${NAME:-default}. An app that is started from the desktop does not see what a shell’s profile sets.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote', 'claude-desktop-stdio'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp', 'https://github.com/punkpeye/mcp-remote'],
  judge: (machine) =>
    machine.configs
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => [...unset(entry, machine), ...unexpanded(entry)]),
});

/** Claude Code and mcp-remote fill variables in; what Claude Code gives to its plugins is set. */
const OWN = /^CLAUDE_(?:PLUGIN_ROOT|PLUGIN_DATA|PROJECT_DIR)$/;

function unset(entry: ServerEntry, machine: MachineEvidence): readonly Occurrence[] {
  if (!isClaudeCode(entry) && !takesFromRemote(entry)) return [];
  const inSettings = new Set(
    machine.settings.flatMap(({ facts }) =>
      facts.flatMap(({ kind, name }) => (kind === 'variable' ? [name] : [])),
    ),
  );
  const open = variablesOf(entry).filter(
    ({ name, isSet, hasDefault }) =>
      isSet === false && !hasDefault && !OWN.test(name) && !inSettings.has(name),
  );
  if (open.length === 0) return [];
  const names = [...new Set(open.map(({ name }) => name))];
  return [
    {
      ...about(entry, open),
      title: `${names.length > 1 ? 'Variables' : 'A variable'} of ${quotedName(entry.name)} ${names.length > 1 ? 'are' : 'is'} not set`,
      detail: `Not in the environment of this program: ${names.join(', ')}. The client’s own can differ.`,
    },
  ];
}

/** Variables of other clients (`${workspaceFolder}`) and of extensions are filled in by those. */
function takesFromRemote(entry: ServerEntry): boolean {
  return entry.viaMcpRemote && isDesktop(entry) && entry.scope !== 'extension';
}

/** That Claude Desktop fills nothing in is INFERRED: its documentation does not say that it does. */
function unexpanded(entry: ServerEntry): readonly Occurrence[] {
  if (!isDesktop(entry) || entry.scope === 'extension') return [];
  const literal = variablesOf(entry).filter(
    ({ at }) => /\/(?:env|command)(?:\/|$)/.test(at.pointer) || !entry.viaMcpRemote,
  );
  if (literal.length === 0) return [];
  return [
    {
      ...about(entry, literal),
      title: `Claude Desktop may not fill in ${quotedName(literal[0]?.name ?? '')}`,
      explanation:
        'Claude Desktop’s documentation names no variables in this file. The command then gets the text ${NAME} itself.',
      whatToDo: 'Write the value itself, or start a small script that reads the variable.',
      severity: 'warning',
      confidence: 'possible',
    },
  ];
}

function variablesOf({ facts }: ServerEntry): readonly VariableFact[] {
  return facts.filter((fact) => fact.kind === 'variable');
}

function about(entry: ServerEntry, facts: readonly VariableFact[]): Occurrence {
  return {
    clients: [speakerOf(entry)],
    entries: [entry.id],
    evidence: facts.map(({ at }) => entryPlaceEvidence(entry, at)),
  };
}
