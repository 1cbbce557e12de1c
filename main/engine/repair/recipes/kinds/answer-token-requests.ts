import { defineRecipe } from '../recipe.ts';

/** The token endpoint reads a form and answers JSON (RFC 6749 §4.1.3, §5.1, §5.2). */
export const recipe = defineRecipe({
  name: 'answer-token-requests',
  codes: ['F79', 'F81', 'F82'],
  title: 'Read forms and answer JSON',
  at: 'authorization server',
  on: {
    express: () => ({
      text: 'The body of a token request is a form, not JSON.',
      copy: `app.post('/token', express.urlencoded({ extended: false }), (req, res) => {
  res.set('Cache-Control', 'no-store').json({
    access_token: token,
    token_type: 'Bearer',
    expires_in: 3600, // a number
  });
});`,
    }),
    fastapi: () => ({
      text: 'Form fields, not a Pydantic body.',
      copy: `@app.post("/token")
async def token(
    grant_type: Annotated[str, Form()],
    code: Annotated[str | None, Form()] = None,
    redirect_uri: Annotated[str | None, Form()] = None,
    client_id: Annotated[str | None, Form()] = None,
    code_verifier: Annotated[str | None, Form()] = None,
    refresh_token: Annotated[str | None, Form()] = None,
) -> JSONResponse: ...`,
    }),
    nextjs: () => ({
      text: 'In the route of the token endpoint.',
      copy: `const form = await request.formData();
return Response.json(
  { access_token: token, token_type: 'Bearer', expires_in: 3600 },
  { headers: { 'Cache-Control': 'no-store' } },
);`,
    }),
  },
  sources: ['https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3'],
});
