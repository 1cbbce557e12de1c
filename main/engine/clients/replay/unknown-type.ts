import type { ServerEntry } from '../../model/evidence.ts';

/** Those of Claude Code, by its documentation; written in capitals they are others. */
const TYPES = new Set(['stdio', 'http', 'streamable-http', 'sse', 'ws', 'sdk']);

/**
 * Does an entry of Claude Code name a type that it does not know? It leaves such an entry out:
 * “unknown MCP server type” (seen with 2.1.197 and 2.1.330).
 */
export function hasUnknownType({ client, declaredType }: ServerEntry): boolean {
  return client === 'claude-code' && declaredType !== null && !TYPES.has(declaredType);
}
