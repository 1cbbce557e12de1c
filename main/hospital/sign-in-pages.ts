import type { Answer } from './message.ts';
import { inScript, UNFRAMED } from './page.ts';
import { empty, html, redirect } from './reply.ts';
import type { Handler } from './site.ts';
import type { SignInPage } from './visit.ts';

/** Where the sign-in goes on behind the authorization endpoint. */
export const NEXT_PATH = '/sign-in';

/** A page of a sign-in with content of its own, which no frame may hold. */
export function pageOf(title: string, body: string, status = 200): Answer {
  const answer = html(status, title, UNFRAMED);
  return { ...answer, body: answer.body.replace('</html>', () => `${body}</html>`) };
}

/** A page that only runs a script. */
export function scriptPage(title: string, script: string): Answer {
  return pageOf(title, `<script>${script}</script>`);
}

/** A script that goes to another address. */
export function goTo(address: string): string {
  return `location.replace(${inScript(address)})`;
}

/** A good request is sent on to the next path, with all that it carries. */
export const onward: SignInPage = ({ ask }) => redirect(`${NEXT_PATH}?${ask.query.toString()}`);

/**
 * A page where user and password are asked for. Whatever they are, it sends back to the authorization
 * endpoint with a session.
 * @param back path of the authorization endpoint
 * @param cookie of the session, with its attributes
 */
export function logInPage(back: string, cookie: string): Handler {
  return ({ method, query }) => {
    if (method !== 'POST') return pageOf('Sign in', LOG_IN_FORM);
    const location = `${back}?${query.toString()}`;
    return empty(303, { location, 'set-cookie': cookie });
  };
}

const LOG_IN_FORM =
  '<form method="post"><label>User <input name="user" autocomplete="username"></label>' +
  '<label>Password <input name="password" type="password"></label>' +
  '<button>Sign in</button></form>';

/** Has the browser a session of this name? */
export function hasCookie(
  { headers }: { readonly headers: Readonly<Record<string, string>> },
  name: string,
): boolean {
  return (headers.cookie ?? '').split(/; */).some((one) => one.startsWith(`${name}=`));
}
