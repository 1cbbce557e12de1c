import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { setsPath } from './evidence/entry-command.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F124: the command of an entry is not on the search path. */
export const mode = defineMachineMode({
  code: 'F124',
  title: 'The command of the entry is not found',
  explanation:
    'The client starts the command by its name, and no folder of the search path holds it: “spawn npx ENOENT”. An app that is started from the desktop has a shorter search path than a terminal.',
  whatToDo:
    'Install the program, or write its whole path as command (in a terminal: which npx; on Windows: where npx). On Windows start npx through cmd with the arguments /c and npx.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-desktop-stdio', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/juehang/vscode-mcp-server/issues/6',
    'https://modelcontextprotocol.io/docs/tools/debugging',
  ],
  judge: (machine) =>
    machine.configs
      .flatMap(({ entries }) => entries)
      .filter((entry) => isMissing(entry, machine))
      .map(notFound),
});

/** The programs whose absence would have been seen; where none at all was found, nobody looked. */
const LOOKED_FOR = new Set(['node', 'npx', 'npm', 'uvx', 'docker']);

function isMissing(entry: ServerEntry, { facts }: MachineEvidence): boolean {
  const command = entry.command ?? '';
  if (!LOOKED_FOR.has(command) || facts.tools.length === 0 || setsPath(entry)) return false;
  return facts.tools.every(({ name }) => name !== command);
}

function notFound(entry: ServerEntry): Occurrence {
  return {
    title: `The command ${quotedName(entry.command ?? '')} is not found here`,
    detail: `The entry ${quotedName(entry.name)} starts it; the search path of this terminal does not lead to it either.`,
    clients: [entry.client],
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  };
}
