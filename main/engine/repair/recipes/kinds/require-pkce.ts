import { defineRecipe } from '../recipe.ts';

/** OAuth 2.1 §7.5.2: a request without a challenge is refused, and a wrong verifier too. */
export const recipe = defineRecipe({
  name: 'require-pkce',
  codes: ['F33', 'F76'],
  title: 'Require PKCE with S256',
  at: 'authorization server',
  on: {
    keycloak: () => ({
      text: 'Realm settings, Client policies: a profile with the executor “pkce-enforcer” (auto-configure on) and a policy that gives it to all clients. One client alone: Clients, Advanced, “Proof Key for Code Exchange Code Challenge Method”.',
      copy: 'S256',
    }),
    'oidc-provider': () => ({
      text: 'It knows S256 only; require it.',
      copy: `pkce: { required: () => true },`,
    }),
    express: () => ({
      text: 'At the authorization endpoint, and again at the token endpoint.',
      copy: `if (query.code_challenge_method !== 'S256' || !query.code_challenge) {
  return redirectBack({ error: 'invalid_request', error_description: 'code_challenge required' });
}
// at the token endpoint
const expected = createHash('sha256').update(form.code_verifier).digest('base64url');
if (expected !== grant.codeChallenge) return fail(400, 'invalid_grant');`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc7636#section-4.4.1',
    'https://www.keycloak.org/docs/latest/server_admin/#_client_policies',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
  ],
});
