import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { redactUrl } from '../redact/url.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** A version that was tried; an unpinned one would be whatever is newest (safety I4, I5). */
const MCP_REMOTE = 'mcp-remote@0.15.1';

/** F111: an address in Claude Desktop's file, which starts local commands only. */
export const mode = defineMachineMode({
  code: 'F111',
  title: 'Claude Desktop skips an entry without a command',
  explanation:
    'claude_desktop_config.json starts programs on this machine. An entry with an address and no command is not a valid one: Claude Desktop skips it, with a dialog or only a line in its log, and the server never appears.',
  whatToDo:
    'For a server that is on the internet: remove the entry and add its address in Claude under Settings, Connectors. For one that only this machine reaches, or to keep it in the file: let mcp-remote connect to it, as shown.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-desktop-stdio'],
  requirements: [],
  references: [
    'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
    'https://github.com/aaronsb/obsidian-mcp-plugin/issues/124',
  ],
  judge: ({ configs }) =>
    configs.flatMap(({ entries }) => entries.filter(isUrlEntry).map(skippedEntry)),
});

function isUrlEntry({ client, command, url, declaredType }: ServerEntry): boolean {
  const isDesktop = client === 'claude-desktop-stdio';
  return isDesktop && command === null && (url !== null || declaredType !== null);
}

function skippedEntry(entry: ServerEntry): Occurrence {
  const seen = {
    title: `Claude Desktop skips the entry ${quotedName(entry.name)}`,
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  };
  return entry.url === null ? seen : { ...seen, snippet: throughMcpRemote(entry.name, entry.url) };
}

/** The same server as a local command. Secrets in the address are covered: they are the user's to write. */
function throughMcpRemote(name: string, url: string): string {
  const entry = { command: 'npx', args: ['-y', MCP_REMOTE, redactUrl(url)] };
  return `${JSON.stringify(name)}: ${JSON.stringify(entry, null, 2)}`;
}
