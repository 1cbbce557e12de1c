import { defineRecipe } from '../recipe.ts';

/** What the Fetch standard asks of a server that pages of other origins may read. */
export const recipe = defineRecipe({
  name: 'open-to-browsers',
  codes: ['F35'],
  title: 'Let pages read metadata and the challenge',
  at: 'server',
  on: {
    nginx: ({ path }) => ({
      text: 'For the metadata, the token endpoint and the endpoint itself.',
      copy: `location ${path} {
    add_header Access-Control-Allow-Origin * always;
    add_header Access-Control-Expose-Headers 'WWW-Authenticate, Mcp-Session-Id' always;
    if ($request_method = OPTIONS) {
        add_header Access-Control-Allow-Origin *;
        add_header Access-Control-Allow-Methods 'GET, POST, DELETE';
        add_header Access-Control-Allow-Headers 'Authorization, Content-Type, Mcp-Session-Id, Mcp-Protocol-Version';
        return 204;
    }
}`,
    }),
    express: () => ({
      text: 'Before the middleware that asks for a token.',
      copy: `app.use(cors({ origin: '*', exposedHeaders: ['WWW-Authenticate', 'Mcp-Session-Id'] }));`,
    }),
    fastapi: () => ({
      text: 'As the outermost middleware, that is, added last.',
      copy: `app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["*"],
    allow_headers=["*"],
    expose_headers=["WWW-Authenticate", "Mcp-Session-Id"],
)`,
    }),
    nextjs: () => ({
      text: 'mcp-handler has the answer to OPTIONS for the metadata routes.',
      copy: `export { metadataCorsOptionsRequestHandler as OPTIONS } from 'mcp-handler';`,
    }),
  },
  sources: ['https://fetch.spec.whatwg.org/#http-cors-protocol'],
});
