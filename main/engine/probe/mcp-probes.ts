import type { Exchange, McpProbeName, McpProbes } from '../model/evidence.ts';
import type { Headers, HttpRequest } from '../ports.ts';
import { initializeRequest, mcpRequest } from './requests.ts';
import type { Send } from './sender.ts';

/** A token that no server has issued: it says so itself, and holds nothing secret. */
const MADE_UP = 'unblank-made-up-token';

/** The same first request with one thing different, so that the answer tells what it is about. */
const PROBES: Readonly<Record<McpProbeName, (url: string) => HttpRequest>> = {
  // RS-10, RS-11
  'made-up token': (url) =>
    withHeader(initializeRequest(url), 'Authorization', `Bearer ${MADE_UP}`),
  // RS-12
  'empty token': (url) => withHeader(initializeRequest(url), 'Authorization', 'Bearer'),
  'other scheme': (url) =>
    withHeader(initializeRequest(url), 'Authorization', 'Basic dW5ibGFuazp4'),
  // RS-32
  'foreign origin': (url) => withHeader(initializeRequest(url), 'Origin', 'https://evil.example'),
  // RS-22: no session is named, so there is none that it could end.
  'session end': (url) => ({ ...plain(url), method: 'DELETE' }),
  // RS-37
  'tools list': (url) => mcpRequest(url, 'tools/list', {}),
  // RS-34
  preflight: (url) => ({ ...plain(url), method: 'OPTIONS', headers: PREFLIGHT }),
  // F09
  'slash twin': (url) => initializeRequest(slashTwin(url)),
  // F06: as hosted Claude, as its discovery, and as a browser names itself (cam#397, cam#85).
  'as Claude': (url) => withHeader(initializeRequest(url), 'User-Agent', 'Claude-User'),
  'as python-httpx': (url) =>
    withHeader(initializeRequest(url), 'User-Agent', 'python-httpx/0.28.1'),
  'as a browser': (url) => withHeader(initializeRequest(url), 'User-Agent', BROWSER),
};

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const PREFLIGHT: Headers = [
  ['Origin', 'https://inspector.example'],
  ['Access-Control-Request-Method', 'POST'],
  ['Access-Control-Request-Headers', 'authorization,content-type,mcp-protocol-version'],
];

/**
 * Asks the MCP endpoint the further first requests, all at once. None carries a real token, calls a
 * tool or names a session (safety E9).
 */
export async function probeMcp(url: string, send: Send): Promise<McpProbes> {
  const names = Object.keys(PROBES) as McpProbeName[];
  const asked = names.map(async (name): Promise<[McpProbeName, Exchange]> => [
    name,
    await send(PROBES[name](url), 'challenge', name),
  ]);
  return Object.fromEntries(await Promise.all(asked));
}

/** The same address with a slash at the end of its path, or without. */
function slashTwin(url: string): string {
  const twin = new URL(url);
  twin.pathname = twin.pathname.endsWith('/') ? twin.pathname.slice(0, -1) : `${twin.pathname}/`;
  return twin.href;
}

function plain(url: string): HttpRequest {
  return { method: 'GET', url, headers: [], body: null, namedBy: 'user' };
}

function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: [...request.headers, [name, value]] };
}
