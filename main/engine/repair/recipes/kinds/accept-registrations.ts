import { defineRecipe } from '../recipe.ts';

/** What hosted Claude and the clients of this machine register with (clients.md, reference clients). */
const REDIRECTS = `https://claude.ai/api/mcp/auth_callback
https://claude.com/api/mcp/auth_callback
http://localhost:*/callback
http://127.0.0.1:*/callback`;

/** Dynamic registration (RFC 7591) of public clients with the redirects that Claude has. */
export const recipe = defineRecipe({
  name: 'accept-registrations',
  codes: ['F40', 'F42', 'F43', 'F44', 'F46', 'F47', 'F48', 'F49', 'F53', 'F54', 'F55', 'F75'],
  title: 'Let Claude register with its redirects',
  at: 'authorization server',
  on: {
    express: () => ({
      text: 'With the official SDK, a `clientsStore` with `registerClient` makes the router offer registration. Give back what was registered, with status 201, and leave members without a value out.',
      copy: `const clientsStore = {
  getClient: (id) => clients.get(id),
  registerClient: (client) => {
    clients.set(client.client_id, client);
    return client;
  },
};`,
    }),
    fastmcp: () => ({
      text: 'The proxy takes every loopback redirect and Claude’s when they are listed.',
      copy: `allowed_client_redirect_uris=[
    "http://localhost:*",
    "http://127.0.0.1:*",
    "https://claude.ai/api/mcp/auth_callback",
    "https://claude.com/api/mcp/auth_callback",
]`,
    }),
    keycloak: () => ({
      text: 'Realm, Clients, Client registration, Anonymous access policies: in “Trusted Hosts” add the hosts below (or remove the policy and rate-limit the endpoint at the edge), and in “Allowed Client Scopes” add every scope that your resource metadata lists.',
      copy: `claude.ai
claude.com
localhost
127.0.0.1`,
    }),
    auth0: () => ({
      text: 'Settings, Advanced: turn on “Dynamic Client Registration” and “Resource Parameter Compatibility Profile”. Then make the connection that people sign in with one of the domain, because registered clients are third parties.',
      copy: `auth0 api patch connections/CONNECTION_ID --data '{"is_domain_connection": true}'`,
    }),
    entra: () => ({
      text: 'Entra has no dynamic registration. Make an app registration by hand, with these redirect URIs under “Mobile and desktop applications” (loopback) and “Web” (claude.ai), and give its client id to Claude: in the connector’s advanced settings, and with `claude mcp add --client-id`.',
      copy: REDIRECTS.replaceAll(':*', ''),
    }),
    'oidc-provider': () => ({
      text: 'Turn registration on. Loopback redirects with any port need `application_type: native`, which Claude Code sends.',
      copy: `features: {
  registration: { enabled: true, initialAccessToken: false },
  registrationManagement: { enabled: true },
},
clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],`,
    }),
    cloudflare: () => ({
      text: 'workers-oauth-provider offers registration where it is given an endpoint for it.',
      copy: `new OAuthProvider({
  clientRegistrationEndpoint: '/register',
  disallowPublicClientRegistration: false,
  // the rest as before
});`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1',
    'https://www.keycloak.org/securing-apps/mcp-authz-server',
    'https://support.auth0.com/center/s/article/mcp-audience-error-with-auth0',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
    'https://github.com/cloudflare/workers-oauth-provider',
  ],
});
