import { defineRecipe } from '../recipe.ts';

/** Every method and path of the endpoint asks for the token, and looks at Origin (MCP, transports). */
export const recipe = defineRecipe({
  name: 'guard-every-door',
  codes: ['F39'],
  title: 'Ask for the token on every side',
  at: 'server',
  on: {
    express: ({ path, origin }) => ({
      text: 'Once for all methods, before any handler.',
      copy: `app.use('${path}', (req, res, next) => {
  const { origin } = req.headers;
  if (origin && origin !== '${origin}') return res.status(403).end();
  next();
});
app.use('${path}', requireBearerAuth({ verifier, resourceMetadataUrl }));`,
    }),
    fastapi: ({ path }) => ({
      text: 'A dependency of the whole router, not of one route.',
      copy: `router = APIRouter(prefix="${path}", dependencies=[Depends(require_token)])`,
    }),
    nginx: ({ origin, path }) => ({
      text: 'Requests of foreign pages end here already; the token is still asked for behind it.',
      copy: `map $http_origin $foreign_origin {
    default 1;
    ''      0;
    '${origin}' 0;
}

location ${path} {
    if ($foreign_origin) { return 403; }
    # proxy_pass as before
}`,
    }),
  },
  sources: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'],
});
