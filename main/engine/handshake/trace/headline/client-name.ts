import { CLIENT_WORDS, type ClientId } from '../../../../contract/words.ts';

/** Where the words of a report are not what a sentence can begin with. */
const NAMES: Partial<Record<ClientId, string>> = {
  'claude-hosted': 'hosted Claude',
  'claude-desktop-3p': 'Claude Desktop in third-party mode',
  'claude-desktop-code': 'the Code tab of Claude Desktop',
  'claude-desktop-stdio': 'Claude Desktop',
  'ts-sdk': 'the MCP TypeScript SDK',
  'python-sdk': 'the MCP Python SDK',
};

/** A client as it stands inside a sentence. */
export function clientName(id: ClientId): string {
  return NAMES[id] ?? CLIENT_WORDS[id];
}

/** A sentence with its first letter as it should be; `mcp-remote` is written small everywhere. */
export function sentence(text: string): string {
  return text.startsWith('mcp-remote') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
