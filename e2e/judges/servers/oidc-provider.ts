/**
 * A real authorization server (oidc-provider) with a real MCP server (the TypeScript SDK's
 * Streamable HTTP transport behind its bearer middleware), on two loopback ports. Prints its MCP
 * URL as JSON on one line and runs until it is killed. None of its parts is ours.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { mcpAuthMetadataRouter } from '@modelcontextprotocol/sdk/server/auth/router.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

const SCOPE = 'mcp:read';
type Asked = IncomingMessage & { readonly body?: unknown };

const auth = await listen();
const mcp = await listen();
const issuer = `http://localhost:${auth.port}`;
const resource = `http://localhost:${mcp.port}/mcp`;
const provider = new Provider(issuer, configuration(resource));
const handle = provider.callback();
auth.serve((request, response) => void handle(request, response));
const metadata: unknown = await (
  await fetch(`${issuer}/.well-known/oauth-authorization-server`)
).json();
mcp.serve(resourceServer(metadata));
console.log(JSON.stringify({ url: resource }));

async function listen() {
  let handler: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next: RequestListener) => void (handler = next),
  };
}

/** As the provider's documentation has it for MCP: public clients, PKCE, resource indicators. */
function configuration(audience: string): Configuration {
  return {
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    scopes: ['openid', 'offline_access', SCOPE],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: true },
      registration: { enabled: true },
      registrationManagement: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

function resourceServer(oauthMetadata: unknown): RequestListener {
  const app = createMcpExpressApp();
  const resourceServerUrl = new URL(resource);
  app.use(
    mcpAuthMetadataRouter({
      oauthMetadata: oauthMetadata as Parameters<typeof mcpAuthMetadataRouter>[0]['oauthMetadata'],
      resourceServerUrl,
      scopesSupported: [SCOPE],
    }),
  );
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const guard = requireBearerAuth({
    requiredScopes: [SCOPE],
    resourceMetadataUrl: new URL('/.well-known/oauth-protected-resource/mcp', resource).href,
    verifier: { verifyAccessToken: (token) => verify(token, keys) },
  });
  app.all('/mcp', guard, async (request: Asked, response: ServerResponse) => {
    const server = new McpServer({ name: 'judge', version: '1.0.0' });
    const transport = new StreamableHTTPServerTransport();
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  });
  return app;
}

async function verify(token: string, keys: ReturnType<typeof createRemoteJWKSet>) {
  const { InvalidTokenError } = await import('@modelcontextprotocol/sdk/server/auth/errors.js');
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience: resource });
    const scopes = String(payload.scope ?? '').split(' ');
    return { token, clientId: String(payload.client_id), scopes, expiresAt: payload.exp ?? 0 };
  } catch {
    throw new InvalidTokenError('The token is not good.');
  }
}
