/** Most hops from the sign-in page to the way back. */
const HOPS = 8;

/**
 * Opens a sign-in page as a browser without a user would: every redirect is followed by hand until
 * it leads to the redirect URI, which is not opened.
 * @param url the authorization request
 * @returns the address to which the browser is sent back, or null where it never is
 */
export async function followSignIn(url: string): Promise<string | null> {
  const back = new URL(url).searchParams.get('redirect_uri') ?? '';
  let at = url;
  for (let hop = 0; hop < HOPS; hop += 1) {
    const answer = await fetch(at, { redirect: 'manual' }).catch(() => null);
    const location = answer?.headers.get('location') ?? null;
    if (location === null) return null;
    const next = new URL(location, at).href;
    if (back !== '' && samePlace(next, back)) return next;
    at = next;
  }
  return null;
}

function samePlace(one: string, two: string): boolean {
  const [a, b] = [new URL(one), new URL(two)];
  return a.origin === b.origin && a.pathname === b.pathname;
}
