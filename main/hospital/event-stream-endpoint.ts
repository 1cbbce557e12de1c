import { guarded } from './bearer-guard.ts';
import type { Ask, Reply, Stream } from './message.ts';
import { newId, type Memory } from './memory.ts';
import { MCP_PATH } from './names.ts';
import { parseJsonObject } from './parse-json.ts';
import { empty, json } from './reply.ts';
import { answerMessage } from './rpc.ts';
import type { Setup } from './setup.ts';
import type { Routes } from './site.ts';

const MESSAGES_PATH = '/messages/';

/**
 * The HTTP+SSE transport of revision 2024-11-05: a GET opens the stream, its first event names the
 * address for messages, and their responses come back on the stream. POST to the MCP path is
 * answered 405 before any token is asked for, as common web frameworks do.
 */
export function eventStreamEndpoint(setup: Setup, memory: Memory): Routes {
  const refusal = json(405, { detail: 'Method Not Allowed' }, { allow: 'GET' });
  return {
    [MCP_PATH]: {
      GET: guarded(setup, memory, () => openStream(memory)),
      POST: () => refusal,
      DELETE: () => refusal,
    },
    [MESSAGES_PATH]: { POST: guarded(setup, memory, (ask) => takeMessage(memory, ask)) },
  };
}

function openStream(memory: Memory): Stream {
  const session = newId('session');
  return {
    kind: 'stream',
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    open: (write) => {
      memory.streams.set(session, write);
      write(event('endpoint', `${MESSAGES_PATH}?session_id=${session}`));
      return () => memory.streams.delete(session);
    },
  };
}

function takeMessage(memory: Memory, ask: Ask): Reply {
  const write = memory.streams.get(ask.query.get('session_id') ?? '');
  const message = parseJsonObject(ask.body);
  if (write === undefined) return json(404, { detail: 'Could not find session' });
  if (message === null) return json(400, { detail: 'Could not parse message' });
  const response = answerMessage(message);
  if (response !== null) write(event('message', JSON.stringify(response)));
  return empty(202);
}

/** One event as the HTML standard writes it (§9.2.6). */
function event(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}
