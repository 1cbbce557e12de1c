import type { Client } from '../../model/client.ts';
import { forEach, LOST, REFUSED, SDK_TEXTS } from './sdk-texts.ts';

const LOOP = '“Authenticated”, and then “! Needs authentication” again';
const COMMON = {
  F26: `SDK auth failed: ${SDK_TEXTS.F26}`,
  F33: `SDK auth failed: ${SDK_TEXTS.F33}`,
  F40: `SDK auth failed: ${SDK_TEXTS.F40}`,
  ...forEach(['F06', 'F83', 'F87'], LOOP),
  F84: null,
  F85: null,
  F81: null,
  F82: null,
  otherwise: '✘ Failed to connect',
} as const;

/** What the user of Claude Code 2.1.330 sees, in `claude mcp list` or `claude mcp login` (OBSERVED). */
export const CLAUDE_CODE_SEES: Client['sees'] = {
  ...COMMON,
  F112: 'MCP server "…" has a "url" but no "type"; add "type": "http" (or "sse" / "ws") to this entry',
  ...forEach(LOST, `SDK auth failed: ${SDK_TEXTS.lost}`),
  ...forEach(REFUSED, `SDK auth failed: ${SDK_TEXTS.refusedRegistration}`),
};

/** What the user of 2.1.197 sees: of a refused registration only the server's description. */
export const CLAUDE_CODE_2_1_197_SEES: Client['sees'] = {
  ...COMMON,
  F112: 'command: expected string, received undefined',
  ...forEach(REFUSED, 'SDK auth failed: …'),
};
