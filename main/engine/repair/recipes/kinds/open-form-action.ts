import { defineRecipe } from '../recipe.ts';

const ORIGINS = 'https://claude.ai https://claude.com http://localhost:* http://127.0.0.1:*';

/** `form-action` is checked on the redirect behind a form as well (CSP3 §6.4.2). */
export const recipe = defineRecipe({
  name: 'open-form-action',
  codes: ['F64', 'F78'],
  title: 'Let the consent page lead back to Claude',
  at: 'authorization server',
  on: {
    nginx: () => ({
      text: 'In the location of the consent page; a policy of the program behind it has to go first, because both would count.',
      copy: `proxy_hide_header Content-Security-Policy;
add_header Content-Security-Policy "default-src 'self'; form-action 'self' ${ORIGINS}; frame-ancestors 'none'" always;`,
    }),
    express: () => ({
      text: 'With helmet.',
      copy: `helmet({
  contentSecurityPolicy: {
    directives: { formAction: ["'self'", ${ORIGINS.split(' ')
      .map((one) => `'${one}'`)
      .join(', ')}] },
  },
});`,
    }),
    fastmcp: () => ({
      text: 'The proxy takes a policy for its consent page; an empty one leaves the header out.',
      copy: `OAuthProxy(..., consent_csp_policy="")`,
    }),
    keycloak: () => ({
      text: 'Realm settings, Security defenses, Headers, Content-Security-Policy: without form-action, as Keycloak ships it.',
      copy: `frame-src 'self'; frame-ancestors 'self'; object-src 'none';`,
    }),
    nextjs: () => ({
      text: 'In next.config.js, for the path of the consent page.',
      copy: `headers: async () => [
  {
    source: '/authorize/:path*',
    headers: [
      { key: 'Content-Security-Policy', value: "form-action 'self' ${ORIGINS}" },
    ],
  },
],`,
    }),
  },
  sources: [
    'https://www.w3.org/TR/CSP3/#directive-form-action',
    'https://github.com/PrefectHQ/fastmcp/issues/3369',
  ],
});
