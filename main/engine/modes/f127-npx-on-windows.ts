import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { isClaudeCode, isDesktop } from './evidence/entry-client.ts';
import { programOf } from './evidence/entry-command.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F127: npx on Windows, which is a script and no program. */
export const mode = defineMachineMode({
  code: 'F127',
  title: 'On Windows, npx needs cmd around it',
  explanation:
    "On Windows npx is a script that only the command interpreter can run. Started directly it fails with “Connection closed”; with a space in its path, as in C:\\Program Files, with “'C:\\Program' is not recognized”.",
  whatToDo: 'Start it through cmd, as shown. In WSL nothing has to change.',
  step: 'local',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code', 'claude-desktop-stdio', 'mcp-remote'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/mcp',
    'https://github.com/anthropics/claude-code/issues/4188',
  ],
  judge: (machine) => {
    if (machine.os !== 'win32') return [];
    const entries = machine.configs.flatMap((config) => config.entries);
    return entries.flatMap((entry) => unwrapped(entry, machine));
  },
});

const SNIPPET = '"command": "cmd", "args": ["/c", "npx", "…"]';

function unwrapped(entry: ServerEntry, { facts }: MachineEvidence): readonly Occurrence[] {
  const command = entry.command ?? '';
  if (!/^(?:npx|npm|pnpm|yarn)$/.test(programOf(command))) return [];
  const name = quotedName(entry.name);
  const found = {
    snippet: SNIPPET,
    clients: [entry.client],
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  };
  if (isClaudeCode(entry)) {
    return [{ ...found, title: `The entry ${name} starts npx without cmd` }];
  }
  if (!isDesktop(entry)) return [];
  if (/ .*[\\/]/.test(command)) {
    return [{ ...found, title: `The path of npx in ${name} has spaces` }];
  }
  // Claude Desktop puts cmd.exe around it, and the path that it finds without quotation marks.
  const spaced = facts.tools.some((tool) => tool.name === 'npx' && tool.path.includes(' '));
  if (!spaced) return [];
  const title = `The path of npx for ${name} has spaces`;
  return [{ ...found, title, severity: 'advice', confidence: 'possible' }];
}
