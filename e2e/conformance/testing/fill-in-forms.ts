import type { Headers } from '../../../main/engine/ports.ts';
import { Refused } from '../authorization.ts';
import { isBack } from '../follow-back.ts';

/** Most pages and redirects of one sign-in. */
const HOPS = 12;

/**
 * Visits the development pages of oidc-provider as a person would: signs in under a made-up name and
 * agrees. For tests alone: it is a browser without a window and goes past the HTTP port.
 * @throws Refused where the pages do not lead back
 */
export async function fillInForms(start: string, redirectUri: string): Promise<Headers> {
  const jar = new Map<string, string>();
  let [url, form] = [start, null as string | null];
  for (let hop = 0; hop < HOPS; hop += 1) {
    const answer = await fetch(url, {
      method: form === null ? 'GET' : 'POST',
      redirect: 'manual',
      body: form,
      headers: {
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
        ...(form !== null && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie);
    const to = answer.headers.get('location');
    if (to === null) {
      const page = await answer.text();
      url = new URL(/<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? url, url).href;
      form = page.includes('value="login"')
        ? 'prompt=login&login=alice&password=made-up'
        : 'prompt=consent';
      continue;
    }
    [url, form] = [new URL(to, url).href, null];
    if (isBack(url, redirectUri)) return [...new URL(url).searchParams];
  }
  throw new Refused('The pages do not lead back.');
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  if (name !== undefined) jar.set(name, value ?? '');
}
