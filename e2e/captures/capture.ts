/** What one real client wrote and kept while one server had one fault. */
export interface Capture {
  readonly client: 'claude-code' | 'mcp-remote';
  readonly version: string;
  /** The fault of the server, as the recording calls it. */
  readonly scenario: string;
  /** Of the MCP server. */
  readonly url: string;
  /** Texts of the log files, oldest first; Claude Code begins one with every run. */
  readonly logs: readonly string[];
  /** Claude Code’s `.credentials.json` and `mcp-needs-auth-cache.json`; null where there was none. */
  readonly credentials: string | null;
  readonly needsAuth: string | null;
  /** Names of mcp-remote’s files without the hash before them. */
  readonly kept: readonly string[];
}

/** The clients that were recorded, in the order of the table. */
export const RECORDED = [
  { client: 'claude-code', version: '2.1.197' },
  { client: 'claude-code', version: '2.1.330' },
  { client: 'mcp-remote', version: '0.15.1' },
] as const;
