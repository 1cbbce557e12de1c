import { guarded } from './bearer-guard.ts';
import type { Ask, JsonObject, Reply } from './message.ts';
import { newId, type Memory } from './memory.ts';
import { parseJsonObject } from './parse-json.ts';
import { empty, json } from './reply.ts';
import { answerMessage, rpcError } from './rpc.ts';
import type { Setup } from './setup.ts';
import type { Route, Routes } from './site.ts';
import { scopeRefusal } from './tool-scopes.ts';

/**
 * The Streamable HTTP transport without sessions: the token is asked for before anything else, in
 * the same way for every revision, then each POST is answered with JSON. There is no stream to GET
 * and no session to DELETE, so both end in 405, as the transport allows.
 */
export function mcpEndpoint(setup: Setup, memory: Memory): Routes {
  const sessions = new Set<string>();
  const isOpen = (ask: Ask) => needsNoToken(setup, ask) || hasSession(sessions, ask);
  const none = guarded(setup, memory, () => empty(405, { allow: 'POST' }), isOpen);
  const post = guarded(setup, memory, (ask) => take(setup, memory, sessions, ask), isOpen);
  const route: Route = { POST: post, GET: none, DELETE: none };
  return Object.fromEntries(setup.mcpAt.map((path) => [path, route]));
}

function take(setup: Setup, memory: Memory, sessions: Set<string>, ask: Ask): Reply {
  const message = parseJsonObject(ask.body);
  if (message === null) return json(400, rpcError(null, -32700, 'Parse error'));
  const refused = scopeRefusal(setup, memory, ask, message);
  if (refused !== null) return refused;
  const response = answerMessage(message);
  const headers = { ...CORS, ...sessionHeader(setup, sessions, message) };
  return response === null ? empty(202, headers) : json(200, response, headers);
}

/** Readable by a client that runs in a page; which pages may ask is what the guard looks at. */
const CORS = { 'access-control-allow-origin': '*' };

/** Only the patient that takes a session for a sign-in has sessions at all. */
function sessionHeader(
  { mcp }: Setup,
  sessions: Set<string>,
  { method }: JsonObject,
): Readonly<Record<string, string>> {
  if (mcp.sessionIsEnough !== true || method !== 'initialize') return {};
  const session = newId('session');
  sessions.add(session);
  return { 'mcp-session-id': session };
}

function hasSession(sessions: ReadonlySet<string>, { headers }: Ask): boolean {
  return sessions.has(headers['mcp-session-id'] ?? '');
}

function needsNoToken({ mcp }: Setup, { body }: Ask): boolean {
  const { openMethods = [] } = mcp;
  if (openMethods === 'all') return true;
  const method = parseJsonObject(body)?.method;
  return typeof method === 'string' && openMethods.includes(method);
}
