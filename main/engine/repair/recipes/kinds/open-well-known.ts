import { defineRecipe } from '../recipe.ts';

/** Metadata is read before there is a token: nothing may guard it. */
export const recipe = defineRecipe({
  name: 'open-well-known',
  codes: ['F25'],
  title: 'Let metadata be read without a sign-in',
  at: 'server',
  on: {
    nginx: () => ({
      text: 'A location of its own wins over the guarded one.',
      copy: `location ^~ /.well-known/ {
    auth_basic off;
    auth_request off;
    # proxy_pass as in the location of the endpoint
}`,
    }),
    caddy: () => ({
      text: 'Guard everything but this path.',
      copy: `@guarded not path /.well-known/*
forward_auth @guarded localhost:9091 {
	uri /api/verify
	# the rest as before
}`,
    }),
    cloudflare: ({ origin }) => ({
      text: 'Zero Trust, Access, Applications: add an application for this path with a policy whose action is Bypass and which includes Everyone. Turn Bot Fight Mode and “Block AI bots” off for it as well.',
      copy: `${new URL(origin).hostname}/.well-known/*`,
    }),
    express: ({ metadataPath }) => ({
      text: 'The route has to stand before `app.use` of whatever asks for a token.',
      copy: `app.get('${metadataPath}', serveMetadata);
app.use(requireAuth);`,
    }),
    fastapi: () => ({
      text: 'In the middleware that asks for a token, before it looks for one.',
      copy: `if request.url.path.startswith("/.well-known/"):
    return await call_next(request)`,
    }),
    nextjs: () => ({
      text: 'In middleware.ts (proxy.ts from Next.js 16 on): leave these paths out.',
      copy: `export const config = { matcher: ['/((?!\\\\.well-known/).*)'] };`,
    }),
  },
  sources: [
    'https://nginx.org/en/docs/http/ngx_http_auth_request_module.html',
    'https://developers.cloudflare.com/cloudflare-one/access-controls/policies/',
    'https://nextjs.org/docs/app/api-reference/file-conventions/proxy',
  ],
});
