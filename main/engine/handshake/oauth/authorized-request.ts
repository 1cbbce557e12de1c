import type { Exchange } from '../../model/evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { headerOf } from '../../probe/header.ts';
import {
  discoverRequest,
  initializeRequest,
  mcpRequest,
  modernRequest,
} from '../../probe/requests.ts';
import type { Secret } from '../../secrets/secret.ts';
import { rpcResult } from './rpc-result.ts';

/** What a server of the revisions up to 2025-11-25 gave with the answer to `initialize`. */
export interface McpSession {
  /** Mcp-Session-Id, or null where the server keeps no session. */
  readonly id: string | null;
  /** The revision that it chose, or null where its answer has none. */
  readonly revision: string | null;
}

/** The first request of a client up to revision 2025-11-25, with a token. */
export function authorizedInitialize(url: string, token: Secret): HttpRequest {
  return withToken(initializeRequest(url), token);
}

/** The first request of a client of revision 2026-07-28, with a token. */
export function authorizedDiscover(url: string, token: Secret): HttpRequest {
  return withToken(discoverRequest(url), token);
}

/** The notice after the answer to `initialize` (MCP 2025-11-25, lifecycle). */
export function authorizedInitialized(
  url: string,
  token: Secret,
  session: McpSession,
): HttpRequest {
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
  const request = { ...mcpRequest(url, 'notifications/initialized', {}), body };
  return withToken(inSession(request, session), token);
}

/**
 * The list of tools, which changes nothing (safety E9).
 * @param session of the answer to `initialize`; null asks as a client of revision 2026-07-28, which
 *   has no sessions
 */
export function authorizedToolsList(
  url: string,
  token: Secret,
  session: McpSession | null,
): HttpRequest {
  if (session === null) return withToken(modernRequest(url, 'tools/list'), token);
  return withToken(inSession(mcpRequest(url, 'tools/list', {}, 1), session), token);
}

/** What the answer to `initialize` says about the session. */
export function sessionOf(exchange: Exchange): McpSession {
  const { outcome } = exchange;
  if (outcome.kind === 'failure') return { id: null, revision: null };
  const revision = rpcResult(exchange)?.protocolVersion;
  return {
    id: headerOf(outcome.response.headers, 'mcp-session-id'),
    revision: typeof revision === 'string' ? revision : null,
  };
}

/**
 * The same request with a token, in the header and nowhere else.
 * @see RFC 6750 §2.1; MCP authorization, access token usage; safety D16; RS-19
 */
export function withToken(request: HttpRequest, token: Secret): HttpRequest {
  // SECURITY: D16
  const authorization = ['Authorization', `Bearer ${token.reveal()}`] as const;
  return { ...request, headers: [...request.headers, authorization] };
}

function inSession(request: HttpRequest, { id, revision }: McpSession): HttpRequest {
  const headers = [
    ['Mcp-Session-Id', id],
    ['MCP-Protocol-Version', revision],
  ] as const;
  const sent = headers.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { ...request, headers: [...request.headers, ...sent] };
}
