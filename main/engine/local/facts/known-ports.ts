import type { ClientId } from '../../../contract/words.ts';

/** A port on which a client waits for the browser, fixed in the client. */
export interface KnownPort {
  readonly port: number;
  readonly client: ClientId;
  readonly use: string;
}

/**
 * Callback ports that are fixed in a client (anthropics/claude-code#84795, #92968, #3402; the VS Code
 * documentation for MCP developers). mcp-remote's and those of `oauth.callbackPort` are in their
 * files.
 */
export const KNOWN_PORTS: readonly KnownPort[] = [
  {
    port: 53_280,
    client: 'claude-desktop-3p',
    use: 'callback of Claude Desktop in third-party mode',
  },
  { port: 54_545, client: 'claude-code', use: 'callback of the sign-in of Claude Code to Claude' },
  { port: 33_418, client: 'vscode', use: 'callback of VS Code' },
];

/** What a known client uses a port for, or null. */
export function knownPort(port: number): string | null {
  return KNOWN_PORTS.find((one) => one.port === port)?.use ?? null;
}
