import type { LogFormat } from '../../../model/log-evidence.ts';

/** Logs of Claude Code. */
export const IN_CODE: readonly LogFormat[] = ['code-jsonl', 'code-debug'];
/** Logs of Claude Desktop about its local servers. */
export const IN_DESKTOP: readonly LogFormat[] = ['desktop-mcp', 'desktop-server'];
export const IN_MAIN: readonly LogFormat[] = ['desktop-main'];
/** mcp-remote's own log, and those that carry the error output of a local server. */
export const IN_REMOTE: readonly LogFormat[] = [
  'remote-debug',
  'remote-text',
  'desktop-server',
  'code-jsonl',
  'code-debug',
];
/** Logs that carry what a local server prints. */
export const IN_STDIO: readonly LogFormat[] = [
  'desktop-server',
  'desktop-mcp',
  'code-jsonl',
  'code-debug',
];
