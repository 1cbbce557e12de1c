import { sentToken } from './bearer-guard.ts';
import type { ToolScopes } from './mcp-changes.ts';
import type { Memory } from './memory.ts';
import type { Ask, JsonObject, Reply } from './message.ts';
import { json } from './reply.ts';
import { challengeWith, resourceMetadataUrl, type Setup } from './setup.ts';

/**
 * Refuses a call of a tool for which the token has too little scope (MCP, Runtime Insufficient
 * Scope Errors).
 * @returns null where the call may go on, as every other method may
 */
export function scopeRefusal(
  setup: Setup,
  memory: Memory,
  ask: Ask,
  { method }: JsonObject,
): Reply | null {
  const { toolScopes } = setup.mcp;
  if (toolScopes === undefined) return null;
  if (toolScopes.everywhere !== true && !String(method).startsWith('tools/')) return null;
  const token = memory.accessTokens.get(sentToken(setup, ask));
  const held = token?.scope.split(' ') ?? [];
  const missing = toolScopes.needed.filter((one) => !held.includes(one));
  if (missing.length === 0 && toolScopes.neverEnough !== true) return null;
  return refusal(setup, toolScopes, missing);
}

function refusal(setup: Setup, { needed, named }: ToolScopes, missing: readonly string[]): Reply {
  if (named === 'none') return json(403, { error: 'forbidden' });
  const scope = named === 'all' ? needed.join(' ') : (missing[0] ?? '');
  const metadata = resourceMetadataUrl(setup.names);
  const challenge = `Bearer error="insufficient_scope", scope="${scope}", resource_metadata="${metadata}"`;
  return { ...challengeWith(challenge), status: 403 };
}
