import { defineRecipe } from '../recipe.ts';

/** People sign in by the authorization code grant (OAuth 2.1 §4.1). */
export const recipe = defineRecipe({
  name: 'offer-code-flow',
  codes: ['F89'],
  title: 'Offer the authorization code grant',
  at: 'authorization server',
  on: {
    keycloak: () => ({
      text: 'Clients, your client, Settings, Capability config: switch “Standard flow” on.',
      copy: null,
    }),
    auth0: () => ({
      text: 'Applications, your application, Settings, Advanced Settings, Grant Types: tick both.',
      copy: 'Authorization Code\nRefresh Token',
    }),
    'oidc-provider': () => ({
      text: 'Both lists are metadata as well.',
      copy: `responseTypes: ['code'],
// per client: grant_types: ['authorization_code', 'refresh_token']`,
    }),
    express: () => ({
      text: 'In the metadata of the authorization server.',
      copy: '"grant_types_supported": ["authorization_code", "refresh_token"]',
    }),
  },
  sources: ['https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-4.1'],
});
