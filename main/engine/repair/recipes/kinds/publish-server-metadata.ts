import { defineRecipe } from '../recipe.ts';

/** The document of RFC 8414 §3, or of OpenID Connect Discovery §4, where clients look for it. */
export const recipe = defineRecipe({
  name: 'publish-server-metadata',
  codes: ['F17', 'F18', 'F19', 'F28', 'F30', 'F31', 'F33'],
  title: 'Publish complete metadata of the authorization server',
  at: 'authorization server',
  on: {
    nginx: ({ serverMetadataPath, issuer }) => ({
      text: 'Where the authorization server has only the OpenID document, or has it below its path: give the same document at the address that clients ask first.',
      copy: `location = ${serverMetadataPath} {
    proxy_pass ${trimmed(issuer)}/.well-known/openid-configuration;
}`,
    }),
    caddy: ({ serverMetadataPath, issuer }) => ({
      text: 'The same for Caddy: rewrite to the document that is there.',
      copy: `handle ${serverMetadataPath} {
	rewrite * ${new URL(trimmed(issuer)).pathname.replace(/\/$/, '')}/.well-known/openid-configuration
	reverse_proxy localhost:8080
}`,
    }),
    express: ({ issuer }) => ({
      text: 'With the official SDK, `mcpAuthRouter` serves it, with S256 in it. By hand, these members must be there.',
      copy: `app.use(mcpAuthRouter({ provider, issuerUrl: new URL('${issuer}') }));`,
    }),
    fastmcp: ({ origin }) => ({
      text: 'In front of a provider without registration or without PKCE in its metadata, FastMCP’s proxy is an authorization server of its own, with complete metadata.',
      copy: `auth = OAuthProxy(
    upstream_authorization_endpoint="…",
    upstream_token_endpoint="…",
    upstream_client_id="…",
    upstream_client_secret="…",
    token_verifier=verifier,
    base_url="${origin}",
)`,
    }),
    keycloak: ({ issuer }) => ({
      text: 'Keycloak serves both documents by realm. The issuer in your resource metadata has to be that of the realm, letter by letter; behind a proxy, `hostname` decides what Keycloak calls itself.',
      copy: `bin/kc.sh start --hostname=${new URL(issuer).origin} --proxy-headers=xforwarded`,
    }),
    auth0: ({ issuer }) => ({
      text: 'Auth0’s issuer ends with a slash. Name it like that in authorization_servers, or nothing compares equal.',
      copy: `"authorization_servers": ["${trimmed(issuer)}/"]`,
    }),
    entra: () => ({
      text: 'Entra’s metadata lists neither S256 nor a way to register, and it cannot be changed. Put an authorization server of your own in front of it and name that one in authorization_servers.',
      copy: null,
    }),
    'oidc-provider': ({ issuer }) => ({
      text: 'It serves the OpenID document; mount it so that its issuer and its address agree, and require PKCE.',
      copy: `const provider = new Provider('${issuer}', {
  pkce: { required: () => true },
});
provider.proxy = true; // behind a proxy that ends TLS`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc8414#section-3',
    'https://www.keycloak.org/server/hostname',
    'https://gofastmcp.com/servers/auth/oauth-proxy',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
  ],
});

function trimmed(issuer: string): string {
  return issuer.replace(/\/$/, '');
}
