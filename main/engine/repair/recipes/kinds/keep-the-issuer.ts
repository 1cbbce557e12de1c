import { defineRecipe } from '../recipe.ts';

/** `iss` of a callback is the issuer of the metadata, letter by letter (RFC 9207 §2.4). */
export const recipe = defineRecipe({
  name: 'keep-the-issuer',
  codes: ['F32', 'F67'],
  title: 'Send back the issuer and the state unchanged',
  at: 'authorization server',
  on: {
    express: ({ issuer }) => ({
      text: 'Where the browser is sent back; URLSearchParams encodes each value once.',
      copy: `const callback = new URL(redirectUri);
callback.searchParams.set('code', code);
callback.searchParams.set('state', state); // exactly as it came in
callback.searchParams.set('iss', '${issuer}');
res.redirect(303, callback.href);`,
    }),
    keycloak: ({ issuer }) => ({
      text: 'Keycloak takes the issuer from its host name: give it the public one, once.',
      copy: `bin/kc.sh start --hostname=${new URL(issuer).origin}`,
    }),
    'oidc-provider': ({ issuer }) => ({
      text: 'It sends the issuer that it was made with: the one that your resource metadata names.',
      copy: `new Provider('${issuer}', configuration);`,
    }),
  },
  sources: ['https://www.rfc-editor.org/rfc/rfc9207#section-2.4'],
});
