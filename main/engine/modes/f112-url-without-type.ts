import { isAtLeast } from '../local/version.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** The first version of Claude Code that names the missing type. */
const NAMES_THE_TYPE = '2.1.202';

/** F112: an address in Claude Code's configuration without the word that says how to speak to it. */
export const mode = defineMachineMode({
  code: 'F112',
  title: 'An entry has a url but no type',
  explanation:
    'Claude Code takes an entry without a type for a local command. This one has an address and no command, so it is not started and the server is missing.',
  whatToDo:
    'Add "type": "http" to the entry ("sse" where the server offers only the older event stream). The key is type; transport is not read.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp'],
  judge: (machine) => {
    const detail = detailFor(versionOf(machine));
    return machine.configs.flatMap(({ entries }) =>
      entries.filter(lacksType).map((entry) => withoutType(entry, detail)),
    );
  },
});

function lacksType({ client, url, command, declaredType }: ServerEntry): boolean {
  return client === 'claude-code' && url !== null && command === null && declaredType === null;
}

function withoutType(entry: ServerEntry, detail: string): Occurrence {
  return {
    title: `The entry ${quotedName(entry.name)} has no type`,
    detail,
    snippet: '"type": "http"',
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  };
}

function versionOf({ installs }: MachineEvidence): string | null {
  return (
    installs.find(({ client, version }) => client === 'claude-code' && version)?.version ?? null
  );
}

const NEW_TEXT = 'has a "url" but no "type"';
const OLD_TEXT = 'command: expected string, received undefined';

function detailFor(version: string | null): string {
  if (version === null) {
    return `From ${NAMES_THE_TYPE} on Claude Code says: ${NEW_TEXT}. Before that: ${OLD_TEXT}.`;
  }
  const text = isAtLeast(version, NAMES_THE_TYPE) ? NEW_TEXT : OLD_TEXT;
  return `Claude Code ${version} says: ${text}.`;
}
