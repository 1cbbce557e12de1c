/**
 * Cloudflare's workers-oauth-provider on plain Node: a loader gives it the one module of Workers
 * that it imports, and a Map stands in for its key-value store. Prints its MCP URL as JSON on one
 * line and runs until it is killed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { register } from 'node:module';
import type { AddressInfo } from 'node:net';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';

const STUB =
  'export class WorkerEntrypoint { constructor(ctx, env) { this.ctx = ctx; this.env = env; } }';
const LOADER = `export async function resolve(name, context, next) {
  return name === 'cloudflare:workers'
    ? { url: 'data:text/javascript,${encodeURIComponent(STUB)}', shortCircuit: true }
    : next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(LOADER)}`);
const { OAuthProvider } = await import('@cloudflare/workers-oauth-provider');

interface Stored {
  readonly text: string;
  readonly metadata: unknown;
}
interface AuthRequest {
  readonly scope: readonly string[];
}
interface Helpers {
  readonly parseAuthRequest: (request: Request) => Promise<AuthRequest>;
  readonly completeAuthorization: (given: object) => Promise<{ readonly redirectTo: string }>;
}
interface Env {
  readonly OAUTH_KV: unknown;
  readonly OAUTH_PROVIDER: Helpers;
}

const store = new Map<string, Stored>();
const env = { OAUTH_KV: keyValueStore() };
const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
const server = createServer((request, response) => void answer(request, response));
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const provider = new OAuthProvider({
  apiRoute: '/mcp',
  apiHandler: { fetch: (request: Request) => answerMcp(request) },
  defaultHandler: { fetch: (request: Request, given: Env) => page(request, given) },
  authorizeEndpoint: '/authorize',
  tokenEndpoint: '/token',
  clientRegistrationEndpoint: '/register',
  scopesSupported: ['mcp:tools'],
  resourceMetadata: { resource: `${origin}/mcp` },
} as never) as unknown as {
  fetch: (request: Request, env: unknown, context: unknown) => Promise<Response>;
};
console.log(JSON.stringify({ url: `${origin}/mcp` }));

/** The MCP server behind it is the SDK's. */
async function answerMcp(request: Request): Promise<Response> {
  const mcp = new McpServer({ name: 'judge', version: '1.0.0' });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  mcp.registerTool('echo', {}, () => ({ content: [] }));
  await mcp.connect(transport);
  return transport.handleRequest(request);
}

/** Its consent page is the application's own; this one has one button, and knows one user. */
async function page(request: Request, given: Env): Promise<Response> {
  if (new URL(request.url).pathname !== '/authorize')
    return Response.json({ error: 'not_found' }, { status: 404 });
  let asked: AuthRequest;
  try {
    asked = await given.OAUTH_PROVIDER.parseAuthRequest(request);
  } catch (error) {
    return new Response(String(error), { status: 400 });
  }
  if (request.method === 'POST') return agree(asked, given);
  const headers = {
    'content-type': 'text/html',
    'content-security-policy': "frame-ancestors 'none'",
  };
  const form = '<form method="post"><button>Allow</button></form>';
  return new Response(`<!doctype html><title>Sign in</title>${form}`, { headers });
}

async function agree(request: AuthRequest, { OAUTH_PROVIDER }: Env): Promise<Response> {
  const { redirectTo } = await OAUTH_PROVIDER.completeAuthorization({
    ...{ request, scope: request.scope, userId: 'user', metadata: {}, props: {} },
  });
  return new Response(null, { status: 302, headers: { location: redirectTo } });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const asked = new Request(origin + (request.url ?? '/'), {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headersDistinct).map(([name, all]) => [name, String(all)]) as [
      string,
      string,
    ][],
    ...(body.length > 0 ? { body } : {}),
  });
  const given = await provider.fetch(asked, env, context);
  response.writeHead(given.status, Object.fromEntries(given.headers));
  response.end(Buffer.from(await given.arrayBuffer()));
}

/** The part of the store's interface that the provider uses. */
function keyValueStore() {
  return {
    get: (key: string, type?: string | { readonly type?: string }) => {
      const text = store.get(key)?.text ?? null;
      const isJson = (typeof type === 'string' ? type : type?.type) === 'json';
      return Promise.resolve(text !== null && isJson ? (JSON.parse(text) as unknown) : text);
    },
    put: (key: string, text: string, more?: { readonly metadata?: unknown }) =>
      Promise.resolve(void store.set(key, { text, metadata: more?.metadata })),
    delete: (key: string) => Promise.resolve(void store.delete(key)),
    list: ({ prefix = '' } = {}) => {
      const names = [...store.keys()].filter((name) => name.startsWith(prefix));
      return Promise.resolve({ keys: names.map((name) => ({ name })), list_complete: true });
    },
  };
}
