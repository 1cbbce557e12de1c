import { guarded } from './bearer-guard.ts';
import type { Ask, Reply } from './message.ts';
import type { Memory } from './memory.ts';
import { MCP_PATH } from './names.ts';
import { parseJsonObject } from './parse-json.ts';
import { empty, json } from './reply.ts';
import { answerMessage, rpcError } from './rpc.ts';
import type { Setup } from './setup.ts';
import type { Routes } from './site.ts';

/**
 * The Streamable HTTP transport without sessions: the token is asked for before anything else, in
 * the same way for every revision, then each POST is answered with JSON. There is no stream to GET
 * and no session to DELETE, so both end in 405, as the transport allows.
 */
export function mcpEndpoint(setup: Setup, memory: Memory): Routes {
  const none = guarded(setup, memory, () => empty(405, { allow: 'POST' }));
  return { [MCP_PATH]: { POST: guarded(setup, memory, post), GET: none, DELETE: none } };
}

function post(ask: Ask): Reply {
  const message = parseJsonObject(ask.body);
  if (message === null) return json(400, rpcError(null, -32700, 'Parse error'));
  const response = answerMessage(message);
  return response === null ? empty(202) : json(200, response);
}
