import { defineRecipe } from '../recipe.ts';

/** The audience of a token is the resource that was asked for (RFC 8707 §2). */
export const recipe = defineRecipe({
  name: 'bind-tokens',
  codes: ['F38', 'F66', 'F83', 'F84'],
  title: 'Issue tokens for exactly this server',
  at: 'authorization server',
  on: {
    keycloak: ({ url }) => ({
      text: 'Client scopes: make a scope (or take one that your metadata lists), Mappers, Configure a new mapper, Audience: put this in “Included Custom Audience” and switch “Add to access token” on. Make the scope a default one.',
      copy: url,
    }),
    auth0: ({ url }) => ({
      text: 'Applications, APIs: an API whose identifier is exactly this address. Settings, Advanced: turn on “Resource Parameter Compatibility Profile”, so that `resource` is read as the audience.',
      copy: url,
    }),
    entra: () => ({
      text: 'Entra’s v2 endpoint refuses `resource` beside a scope (AADSTS9010010). Put an authorization server of your own in front of it that leaves `resource` out towards Entra and asks for the scope of your app registration.',
      copy: 'api://APPLICATION_ID/access',
    }),
    'oidc-provider': ({ url }) => ({
      text: 'Turn resource indicators on for this address.',
      copy: `features: {
  resourceIndicators: {
    enabled: true,
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource) => {
      if (resource !== '${url}') throw new errors.InvalidTarget();
      return { scope: 'mcp', audience: '${url}', accessTokenFormat: 'jwt' };
    },
  },
},`,
    }),
    fastmcp: ({ url }) => ({
      text: 'The verifier has to expect the same address.',
      copy: `JWTVerifier(jwks_uri="…", issuer="…", audience="${url}")`,
    }),
    express: ({ url }) => ({
      text: 'The verifier has to expect the same address.',
      copy: `const { payload } = await jwtVerify(token, keys, { issuer, audience: '${url}' });`,
    }),
    fastapi: ({ url }) => ({
      text: 'The verifier has to expect the same address.',
      copy: `jwt.decode(token, key, algorithms=["RS256"], audience="${url}", issuer=issuer)`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc8707#section-2',
    'https://www.keycloak.org/securing-apps/mcp-authz-server',
    'https://support.auth0.com/center/s/article/mcp-audience-error-with-auth0',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
  ],
});
