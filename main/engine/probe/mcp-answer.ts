import type { Exchange } from '../model/evidence.ts';
import { headerOf } from './header.ts';

/** What the answer to a first request is, as MCP. */
export type McpAnswer = 'result' | 'error' | 'no-mcp';

/**
 * Reads a first answer as JSON-RPC, plain or as the first event of a stream.
 * @returns `result` for a server that asks for no sign-in, `error` where an error of its own is
 *   wrapped into an answer, `no-mcp` for anything else
 * @see RS-01; JSON-RPC 2.0 §5
 */
export function mcpAnswer(exchange: Exchange): McpAnswer {
  if (exchange.outcome.kind === 'failure') return 'no-mcp';
  const { body, headers } = exchange.outcome.response;
  const isStream = (headerOf(headers, 'content-type') ?? '').startsWith('text/event-stream');
  const text = /^\s*[[{]/.test(body) ? body : (/^data:(.*)$/m.exec(body)?.[1] ?? '');
  try {
    const value = JSON.parse(text) as unknown;
    const message = (Array.isArray(value) ? value[0] : value) as Record<string, unknown> | null;
    if (typeof message !== 'object' || message === null) return 'no-mcp';
    if (message.error !== undefined) return 'error';
    return message.result !== undefined || isStream ? 'result' : 'no-mcp';
  } catch {
    // The first event of a stream may be empty or a notification; the answer comes behind it.
    return isStream ? 'result' : 'no-mcp';
  }
}

/** Does the server answer without any sign-in? */
export function isOpenServer(exchange: Exchange): boolean {
  const { outcome } = exchange;
  if (outcome.kind === 'failure' || outcome.response.status !== 200) return false;
  return exchange.purpose === 'event stream' || mcpAnswer(exchange) === 'result';
}
