import type { Json, JsonObject } from './message.ts';
import { isObject } from './parse-json.ts';

/** Revisions with `initialize`, newest first. */
const LEGACY_REVISIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];
const MODERN_REVISION = '2026-07-28';

const SERVER_INFO: JsonObject = { name: 'hospital', version: '1.0.0' };
const CAPABILITIES: JsonObject = { tools: {} };
const TOOLS: JsonObject = {
  resultType: 'complete',
  tools: [
    {
      name: 'echo',
      description: 'Gives back what it is given.',
      inputSchema: { type: 'object', properties: { text: { type: 'string' } } },
    },
  ],
  ttlMs: 60_000,
  cacheScope: 'public',
};

type Method = (params: JsonObject) => JsonObject;

const METHODS: Readonly<Record<string, Method>> = {
  initialize: (params) => ({
    protocolVersion: agreedRevision(params.protocolVersion),
    capabilities: CAPABILITIES,
    serverInfo: SERVER_INFO,
  }),
  'server/discover': () => ({
    resultType: 'complete',
    supportedVersions: [MODERN_REVISION],
    capabilities: CAPABILITIES,
    serverInfo: SERVER_INFO,
    ttlMs: 60_000,
    cacheScope: 'public',
  }),
  ping: () => ({}),
  'tools/list': () => TOOLS,
  'tools/call': (params) => ({
    resultType: 'complete',
    content: [{ type: 'text', text: JSON.stringify(params.arguments ?? {}) }],
  }),
};

/**
 * The answer to one JSON-RPC message, in both eras of MCP (2025-11-25 and older with `initialize`,
 * 2026-07-28 with `server/discover`).
 * @returns the response, or null for a notification, which has none
 */
export function answerMessage(message: JsonObject): JsonObject | null {
  const id = message.id;
  if (id === undefined) return null;
  const name = typeof message.method === 'string' ? message.method : '';
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined) return rpcError(id, -32601, 'Method not found');
  return { jsonrpc: '2.0', id, result: method(isObject(message.params) ? message.params : {}) };
}

/** A JSON-RPC error (JSON-RPC 2.0 §5.1). */
export function rpcError(id: Json, code: number, message: string): JsonObject {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

/** The revision that was asked for where it is known, else the newest (MCP, version negotiation). */
function agreedRevision(asked: Json | undefined): string {
  return LEGACY_REVISIONS.find((known) => known === asked) ?? '2025-11-25';
}
