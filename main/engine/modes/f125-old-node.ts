import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { redactText } from '../redact/text.ts';
import { visible } from '../redact/visible.ts';
import { runsNode, setsPath } from './evidence/entry-command.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F125: an old Node starts the server. */
export const mode = defineMachineMode({
  code: 'F125',
  title: 'An old Node starts the server',
  explanation:
    'The command leads to a Node that is too old for current MCP programs. They stop at once with “File is not defined”, “TransformStream is not defined” or “Unexpected token”, and the client says only that the connection closed.',
  whatToDo:
    'Write the whole path of a newer Node (20 or later) as command, and put its folder first in PATH under env of the entry. With nvm, Claude Desktop takes the oldest version that it finds first.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-desktop-stdio', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/modelcontextprotocol/mcpb/issues/130',
    'https://github.com/cloudflare/mcp-server-cloudflare/issues/153',
  ],
  judge: (machine) =>
    machine.configs.flatMap(({ entries }) => entries).flatMap((entry) => old(entry, machine)),
});

/** What mcp-remote and the SDK ask for; below 18 they cannot start at all. */
const WANTED = 20;
const NEEDED = 18;
/** nvm, fnm, asdf, Volta and Homebrew name a folder by the version. */
const VERSION_IN_PATH =
  /(?:[\\/](?:node|nodejs|nvm|node-versions)[\\/]|[\\/]node[@-])v?(\d{1,2})(?:\.\d+){0,2}[\\/]/i;

function old(entry: ServerEntry, { facts }: MachineEvidence): readonly Occurrence[] {
  if (!runsNode(entry)) return [];
  const command = entry.command ?? '';
  const named = VERSION_IN_PATH.exec(command)?.[1];
  if (named !== undefined) {
    return occurrence(entry, Number(named), `Its command is ${shown(command)}.`, true);
  }
  // A path of its own leads elsewhere.
  if (/[\\/]/.test(command) || setsPath(entry)) return [];
  const node = facts.tools.find(({ name }) => name === 'node');
  const major = Number(/^v?(\d+)\./.exec(node?.version ?? '')?.[1] ?? Number.NaN);
  if (node === undefined || Number.isNaN(major)) return [];
  const detail = `The search path of this terminal leads to ${shown(node.path)}, version ${node.version ?? ''}. The client’s can differ.`;
  return occurrence(entry, major, detail, false);
}

function occurrence(
  entry: ServerEntry,
  major: number,
  detail: string,
  certain: boolean,
): readonly Occurrence[] {
  if (major >= WANTED) return [];
  return [
    {
      title: `Node ${major} starts the server ${quotedName(entry.name)}`,
      detail,
      severity: major < NEEDED ? 'error' : 'warning',
      confidence: certain && major < NEEDED ? 'certain' : 'likely',
      clients: [entry.client],
      entries: [entry.id],
      evidence: [fileEvidence(entry)],
    },
  ];
}

function shown(path: string): string {
  return visible(redactText(path)).slice(0, 200);
}
