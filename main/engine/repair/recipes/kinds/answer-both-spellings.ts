import { defineRecipe } from '../recipe.ts';
import type { ServerFacts } from '../server-facts.ts';

function bare({ path }: ServerFacts): string {
  return path.replace(/\/$/, '') || '/mcp';
}

/** A redirect turns POST into GET (RFC 9110 §15.4.2): the endpoint has to answer as it is typed. */
export const recipe = defineRecipe({
  name: 'answer-both-spellings',
  codes: ['F08', 'F09', 'F26', 'F85'],
  title: 'Answer with and without the final slash',
  at: 'server',
  on: {
    nginx: (facts) => ({
      text: 'One location for both spellings, without a redirect.',
      copy: `location ~ ^${bare(facts)}/?$ {
    rewrite ^ ${bare(facts)} break;
    proxy_pass http://127.0.0.1:3000;
}`,
    }),
    caddy: (facts) => ({
      text: 'Rewrite instead of redirecting.',
      copy: `rewrite ${bare(facts)}/ ${bare(facts)}`,
    }),
    express: (facts) => ({
      text: 'Express takes both unless strict routing is on; do not redirect.',
      copy: `app.set('strict routing', false);
app.all('${bare(facts)}', handler);`,
    }),
    fastapi: (facts) => ({
      text: 'Starlette redirects with 307 to add or drop a slash. Switch that off and mount the endpoint at the spelling that people use.',
      copy: `app = FastAPI(redirect_slashes=False)
app.mount("${bare(facts)}", mcp_app)`,
    }),
    fastmcp: (facts) => ({
      text: 'Name the path exactly as people type it.',
      copy: `mcp.run(transport="http", path="${bare(facts)}")`,
    }),
    nextjs: () => ({
      text: 'In next.config.js: no redirect for a final slash.',
      copy: `module.exports = { skipTrailingSlashRedirect: true };`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2',
    'https://www.starlette.io/routing/',
    'https://nextjs.org/docs/app/api-reference/config/next-config-js/trailingSlash',
  ],
});
