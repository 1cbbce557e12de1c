import { defineRecipe } from '../recipe.ts';

/** The document of RFC 9728 §2 at its well-known address. */
export const recipe = defineRecipe({
  name: 'serve-resource-metadata',
  codes: ['F16', 'F23', 'F24', 'F26', 'F27', 'F29'],
  title: 'Serve the protected resource metadata',
  at: 'server',
  on: {
    nginx: ({ metadataPath, document }) => ({
      text: 'Beside the location of the endpoint: nginx answers by itself, without the program behind it.',
      copy: `location = ${metadataPath} {
    default_type application/json;
    add_header Access-Control-Allow-Origin *;
    return 200 '${document}';
}`,
    }),
    caddy: ({ metadataPath, document }) => ({
      text: 'In the site block, before the `reverse_proxy`.',
      copy: `handle ${metadataPath} {
	header Content-Type application/json
	header Access-Control-Allow-Origin *
	respond \`${document}\` 200
}`,
    }),
    cloudflare: ({ metadataPath, document }) => ({
      text: 'In the Worker that serves the endpoint, before everything that asks for a token.',
      copy: `if (new URL(request.url).pathname === '${metadataPath}') {
  return Response.json(${document}, { headers: { 'Access-Control-Allow-Origin': '*' } });
}`,
    }),
    express: ({ metadataPath, document, issuer, url }) => ({
      text: 'Before the middleware that asks for a token. With the official SDK, `mcpAuthMetadataRouter` serves it.',
      copy: `app.get('${metadataPath}', (_req, res) => {
  res.set('Access-Control-Allow-Origin', '*').json(${document});
});

// or, with @modelcontextprotocol/sdk; oauthMetadata is that of ${issuer}
app.use(mcpAuthMetadataRouter({ oauthMetadata, resourceServerUrl: new URL('${url}') }));`,
    }),
    fastapi: ({ metadataPath, document }) => ({
      text: 'A route of its own, without the dependency that asks for a token.',
      copy: `@app.get("${metadataPath}")
async def protected_resource_metadata() -> JSONResponse:
    return JSONResponse(${document}, headers={"Access-Control-Allow-Origin": "*"})`,
    }),
    fastmcp: ({ origin, issuer, path }) => ({
      text: 'FastMCP serves it by itself when its `auth` is a remote provider; `base_url` and the path of the endpoint have to be those that people use.',
      copy: `auth = RemoteAuthProvider(
    token_verifier=verifier,
    authorization_servers=[AnyHttpUrl("${issuer}")],
    base_url="${origin}",
)
mcp = FastMCP("server", auth=auth)
app = mcp.http_app(path="${path}")`,
    }),
    nextjs: ({ metadataPath, issuer }) => ({
      text: `In app${metadataPath}/route.ts; mcp-handler has a handler for it.`,
      copy: `import { metadataCorsOptionsRequestHandler, protectedResourceHandler } from 'mcp-handler';

const handler = protectedResourceHandler({ authServerUrls: ['${issuer}'] });
const corsHandler = metadataCorsOptionsRequestHandler();
export { handler as GET, corsHandler as OPTIONS };`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc9728#section-3.1',
    'https://gofastmcp.com/servers/auth/remote-oauth',
    'https://github.com/vercel/mcp-handler/blob/main/docs/AUTHORIZATION.md',
  ],
});
