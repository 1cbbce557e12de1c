import { defineRecipe } from '../recipe.ts';

/** The way back from the consent page: 307 would repeat its POST (RFC 9110 §15.4.8). */
export const recipe = defineRecipe({
  name: 'redirect-with-303',
  codes: ['F63'],
  title: 'Send the browser back with 303',
  at: 'authorization server',
  on: {
    express: () => ({
      text: 'Behind the form of the consent page; without the number Express sends 302, which is right as well.',
      copy: `res.redirect(303, callback);`,
    }),
    fastapi: () => ({
      text: 'FastAPI’s RedirectResponse sends 307 unless it is told otherwise.',
      copy: `return RedirectResponse(callback, status_code=303)`,
    }),
    fastmcp: () => ({
      text: 'A consent page of your own on Starlette: RedirectResponse sends 307 unless it is told otherwise.',
      copy: `return RedirectResponse(callback, status_code=303)`,
    }),
    nextjs: () => ({
      text: 'In a route handler: `redirect()` sends 307, and NextResponse.redirect too.',
      copy: `return NextResponse.redirect(callback, 303);`,
    }),
    nginx: () => ({
      text: 'Only where nginx itself redirects: 307 and 308 keep the method.',
      copy: `return 303 $callback;`,
    }),
  },
  sources: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4',
    'https://www.starlette.io/responses/#redirectresponse',
    'https://nextjs.org/docs/app/api-reference/functions/redirect',
  ],
});
