import { defineRecipe } from '../recipe.ts';
import type { ServerFacts } from '../server-facts.ts';

function challenge({ metadataUrl }: ServerFacts): string {
  return `Bearer resource_metadata="${metadataUrl}"`;
}

/** A 401 that names the resource metadata (RFC 9728 §5.1). */
export const recipe = defineRecipe({
  name: 'send-challenge',
  codes: ['F20', 'F21', 'F22', 'F23', 'F37'],
  title: 'Send a 401 that names your metadata',
  at: 'server',
  on: {
    nginx: (facts) => ({
      text: 'In the `http` block and in the location of the endpoint: nginx adds the header to answers with status 401 only, in place of the one behind it.',
      copy: `map $status $mcp_challenge {
    401     '${challenge(facts)}';
    default '';
}

location ${facts.path} {
    # proxy_pass and the rest stay as they are
    proxy_hide_header WWW-Authenticate;
    add_header WWW-Authenticate $mcp_challenge always;
}`,
    }),
    caddy: (facts) => ({
      text: 'In the `reverse_proxy` of the endpoint: answers with status 401 get the header, and go on as they are.',
      copy: `reverse_proxy localhost:3000 {
	@unauthorized status 401
	header_down -WWW-Authenticate
	handle_response @unauthorized {
		header WWW-Authenticate \`${challenge(facts)}\`
		copy_response
	}
}`,
    }),
    cloudflare: (facts) => ({
      text: 'Rules, Transform Rules, Modify Response Header: a rule with this expression, which sets WWW-Authenticate to the value below it.',
      copy: `http.request.uri.path eq "${facts.path}" and http.response.code eq 401

${challenge(facts)}`,
    }),
    express: (facts) => ({
      text: 'Where the endpoint turns a request without a token away. With the official SDK, `requireBearerAuth` sends it by itself when it is given `resourceMetadataUrl`.',
      copy: `res
  .status(401)
  .set('WWW-Authenticate', '${challenge(facts)}')
  .json({ error: 'invalid_token' });

// or, with @modelcontextprotocol/sdk
app.use('${facts.path}', requireBearerAuth({ verifier, resourceMetadataUrl: '${facts.metadataUrl}' }));`,
    }),
    fastapi: (facts) => ({
      text: 'Where the endpoint turns a request without a token away.',
      copy: `raise HTTPException(
    status_code=401,
    detail="invalid_token",
    headers={"WWW-Authenticate": '${challenge(facts)}'},
)`,
    }),
    fastmcp: (facts) => ({
      text: 'FastMCP sends the header and serves the metadata by itself when its `auth` is a remote provider whose `base_url` is the address that people use, not the one behind the proxy.',
      copy: `auth = RemoteAuthProvider(
    token_verifier=verifier,
    authorization_servers=[AnyHttpUrl("${facts.issuer}")],
    base_url="${facts.origin}",
)
mcp = FastMCP("server", auth=auth)`,
    }),
    nextjs: (facts) => ({
      text: 'In the route of the endpoint. With mcp-handler, `withMcpAuth` sends it when `required` is true and the path is given.',
      copy: `export const POST = withMcpAuth(handler, verifyToken, {
  required: true,
  resourceMetadataPath: '${facts.metadataPath}',
});`,
    }),
  },
  sources: [
    'https://nginx.org/en/docs/http/ngx_http_headers_module.html',
    'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
    'https://developers.cloudflare.com/rules/transform/response-header-modification/',
    'https://gofastmcp.com/servers/auth/remote-oauth',
    'https://github.com/vercel/mcp-handler/blob/main/docs/AUTHORIZATION.md',
  ],
});
