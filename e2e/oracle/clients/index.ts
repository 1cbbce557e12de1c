import type { RealClient } from '../real-client.ts';
import { claudeCode } from './claude-code.ts';
import { mcpRemote } from './mcp-remote.ts';

/** The clients that the oracle asks. */
export const REAL_CLIENTS: readonly RealClient[] = [
  claudeCode('2.1.197'),
  claudeCode('2.1.330'),
  mcpRemote,
];
