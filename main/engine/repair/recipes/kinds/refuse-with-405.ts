import { defineRecipe } from '../recipe.ts';

/** A transport that is not offered is told by 405 (MCP 2025-11-25, Transports, backwards compatibility). */
export const recipe = defineRecipe({
  name: 'refuse-with-405',
  codes: ['F114'],
  title: 'Answer 405 where a transport is missing',
  at: 'server',
  on: {
    express: ({ path }) => ({
      text: 'For the methods that the endpoint does not offer.',
      copy: `app.get('${path}', (_req, res) => res.status(405).set('Allow', 'POST').end());`,
    }),
    fastapi: ({ path }) => ({
      text: 'For the methods that the endpoint does not offer.',
      copy: `@app.get("${path}")
async def no_stream() -> Response:
    return Response(status_code=405, headers={"Allow": "POST"})`,
    }),
    nextjs: () => ({
      text: 'A route without GET answers 405 by itself; a catch-all page must not take it.',
      copy: `export { handler as POST, handler as DELETE };`,
    }),
    nginx: ({ path }) => ({
      text: 'In front of a program that answers GET with 404 or a page.',
      copy: `location = ${path} {
    if ($request_method = GET) { return 405; }
    # proxy_pass as before
}`,
    }),
  },
  sources: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'],
});
