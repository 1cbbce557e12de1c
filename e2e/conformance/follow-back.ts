import type { Headers } from '../../main/engine/ports.ts';
import { headerOf } from '../../main/engine/probe/header.ts';
import type { Send } from '../../main/engine/probe/sender.ts';
import { Refused } from './authorization.ts';

/** Most pages between the sign-in page and the way back. */
const HOPS = 5;

/**
 * Visits a sign-in page that asks nobody: its redirects are followed to the redirect URI.
 * @returns the parameters that came back
 * @throws Refused where a page asks for something, or leads nowhere
 */
export async function followBack(start: string, redirectUri: string, send: Send): Promise<Headers> {
  let url = start;
  for (let hop = 0; hop < HOPS; hop += 1) {
    const headers = [['Accept', 'text/html']] as const;
    const request = { method: 'GET', url, headers, body: null, namedBy: 'server' } as const;
    const { outcome } = await send(request, 'authorize', 'authorization request');
    const to = outcome.kind === 'response' ? headerOf(outcome.response.headers, 'location') : null;
    if (to === null) break;
    url = new URL(to, url).href;
    if (isBack(url, redirectUri)) return [...new URL(url).searchParams];
  }
  throw new Refused('The sign-in page does not lead back.');
}

/** Is this the redirect URI, whatever is behind it? */
export function isBack(url: string, redirectUri: string): boolean {
  return url === redirectUri || url.startsWith(`${redirectUri}?`);
}
