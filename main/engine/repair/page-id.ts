/** Pages that a fix may ask to be opened. Their addresses stand in `pages.ts` (safety C3). */
export type PageId =
  | 'claude'
  | 'claude-connectors'
  | 'claude-status'
  | 'anthropic-support'
  | 'custom-connectors'
  | 'mcp-remote'
  | 'node-downloads';
