/**
 * Does the status of a guessed /authorize, asked without parameters, look like an authorization
 * endpoint: a page, a redirect to one, or a complaint about the missing parameters?
 * @param status null where there was no answer
 * @see AS-27, F30
 */
export function isSignInPage(status: number | null): boolean {
  return status !== null && (status < 400 || status === 400);
}
