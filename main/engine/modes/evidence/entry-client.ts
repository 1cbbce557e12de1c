import type { ClientId } from '../../../contract/words.ts';
import type { ServerEntry } from '../../model/evidence.ts';

/** The client that speaks to the server of an entry: mcp-remote where the entry starts it. */
export function speakerOf({ client, viaMcpRemote }: ServerEntry): ClientId {
  return viaMcpRemote ? 'mcp-remote' : client;
}

/** Claude Code and the Code tab of Claude Desktop, which is the same program. */
export function isClaudeCode({ client }: Pick<ServerEntry, 'client'>): boolean {
  return client === 'claude-code' || client === 'claude-desktop-code';
}

/** Claude Desktop in either mode, as far as it starts local commands. */
export function isDesktop({ client }: Pick<ServerEntry, 'client'>): boolean {
  return client === 'claude-desktop-stdio' || client === 'claude-desktop-3p';
}
