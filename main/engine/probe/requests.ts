import type { JsonObject } from '../model/evidence.ts';
import type { HttpRequest } from '../ports.ts';

/** Protocol revisions whose first request Unblank sends. */
const LEGACY_REVISION = '2025-11-25';
const MODERN_REVISION = '2026-07-28';

const CLIENT_INFO = { name: 'unblank', version: '1' };
const POST_HEADERS = [
  ['Content-Type', 'application/json'],
  ['Accept', 'application/json, text/event-stream'],
] as const;

/**
 * The first request of a client up to revision 2025-11-25, without a token.
 * @param url the MCP endpoint
 * @see MCP 2025-11-25, lifecycle; RS-01
 */
export function initializeRequest(url: string): HttpRequest {
  const params = { protocolVersion: LEGACY_REVISION, capabilities: {}, clientInfo: CLIENT_INFO };
  return mcpRequest(url, 'initialize', params);
}

/**
 * One JSON-RPC request of a client up to revision 2025-11-25, without a token.
 * @param id may stand only once in a session (MCP 2025-11-25, basic protocol)
 */
export function mcpRequest(url: string, method: string, params: JsonObject, id = 0): HttpRequest {
  const body = JSON.stringify({ jsonrpc: '2.0', id, method, params });
  return { method: 'POST', url, headers: POST_HEADERS, body, namedBy: 'user' };
}

/**
 * The first request of a client of revision 2026-07-28, without a token.
 * @see MCP 2026-07-28, transport (SEP-2567, SEP-2243); RS-35, CL-27
 */
export function discoverRequest(url: string): HttpRequest {
  return modernRequest(url, 'server/discover');
}

/**
 * One JSON-RPC request of a client of revision 2026-07-28, without a token. `Mcp-Name` is sent only
 * where there is one: it mirrors a name in the body (so does the TypeScript SDK 2.4.0).
 */
export function modernRequest(url: string, method: string, params: JsonObject = {}): HttpRequest {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN_REVISION,
    'io.modelcontextprotocol/clientInfo': CLIENT_INFO,
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const body = { jsonrpc: '2.0', id: 0, method, params: { ...params, _meta: meta } };
  const name = typeof params.name === 'string' ? [['Mcp-Name', params.name] as const] : [];
  const headers = [
    ...POST_HEADERS,
    ['MCP-Protocol-Version', MODERN_REVISION] as const,
    ['Mcp-Method', method] as const,
    ...name,
  ];
  return { method: 'POST', url, headers, body: JSON.stringify(body), namedBy: 'user' };
}

/** The opening of an event stream, as clients of the 2024-11-05 transport send it. */
export function eventStreamRequest(url: string): HttpRequest {
  const headers = [['Accept', 'text/event-stream']] as const;
  return { method: 'GET', url, headers, body: null, namedBy: 'user' };
}

/** A metadata document. Clients send their protocol revision along (CL-25). */
export function documentRequest(url: string, namedBy: 'user' | 'server'): HttpRequest {
  const headers = [
    ['Accept', 'application/json'],
    ['MCP-Protocol-Version', LEGACY_REVISION],
  ] as const;
  return { method: 'GET', url, headers, body: null, namedBy };
}

/** The authorization endpoint that clients guess where an origin publishes no metadata (AS-27). */
export function guessedEndpointRequest(issuer: string, namedBy: 'user' | 'server'): HttpRequest {
  const headers = [['Accept', 'text/html']] as const;
  return {
    method: 'GET',
    url: `${new URL(issuer).origin}/authorize`,
    headers,
    body: null,
    namedBy,
  };
}
