import { defineRecipe } from '../recipe.ts';

/** A refresh token, and the scope that asks for it where there is one. */
export const recipe = defineRecipe({
  name: 'issue-refresh-tokens',
  codes: ['F54', 'F90'],
  title: 'Issue refresh tokens',
  at: 'authorization server',
  on: {
    keycloak: () => ({
      text: 'Client scopes: make `offline_access` an optional scope of registered clients (Realm, Client registration, Allowed Client Scopes), and list it in the metadata.',
      copy: '"scopes_supported": ["openid", "offline_access"]',
    }),
    auth0: () => ({
      text: 'Applications, APIs, your API, Settings: turn on “Allow Offline Access”.',
      copy: null,
    }),
    entra: () => ({
      text: 'Entra issues one when `offline_access` is among the scopes.',
      copy: 'offline_access',
    }),
    'oidc-provider': () => ({
      text: 'Issue it to clients that registered the grant, whether they ask for offline_access or not.',
      copy: `issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
scopes: ['openid', 'offline_access'],`,
    }),
  },
  sources: [
    'https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess',
    'https://auth0.com/docs/secure/tokens/refresh-tokens/get-refresh-tokens',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
  ],
});
