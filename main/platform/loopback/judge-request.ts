/** The head of a request, as the HTTP parser gives it. */
export interface RequestHead {
  readonly method: string;
  /** The request target as it was sent. */
  readonly target: string;
  /** Name, value, name, value: as it was sent, twins too. */
  readonly rawHeaders: readonly string[];
}

export type Judged =
  | { readonly kind: 'callback'; readonly url: string; readonly frame: 'top' | 'child' }
  | { readonly kind: 'refused'; readonly why: 'host' | 'method' | 'path' };

/** A form that was posted may have so many bytes; a code and its state have a few hundred. */
export const BODY_LIMIT = 64 * 1024;

/**
 * Decides whether a request is the callback. SECURITY: C8. The Host header must be that of the
 * redirect URI, so that no name of a stranger leads here (DNS rebinding); the path must be exactly
 * its path. POST is let through as evidence: a 307 or 308 turns the callback into one (F63).
 * @param redirectUri where the client wants to be called back, with its port
 */
export function judgeRequest(head: RequestHead, redirectUri: string): Judged {
  const { host, origin, pathname } = new URL(redirectUri);
  const hosts = valuesOf(head, 'host');
  if (hosts.length !== 1 || hosts[0]?.toLowerCase() !== host) return refuse('host');
  if (head.method !== 'GET' && head.method !== 'POST') return refuse('method');
  const isPlain = /^[\x21-\x7e]+$/.test(head.target);
  const [path] = head.target.split(/[?#]/, 1);
  if (!isPlain || path !== pathname) return refuse('path');
  const frames = valuesOf(head, 'sec-fetch-dest').some((one) => /^i?frame$/.test(one));
  return { kind: 'callback', url: origin + head.target, frame: frames ? 'child' : 'top' };
}

/**
 * How a POST came here: a form that carries the answer itself (response_mode=form_post), or a
 * redirect that kept the method of the consent form.
 */
export function howItCame(url: string, body: string | null): 'redirect' | 'form' {
  if (body === null || answers(new URL(url).searchParams)) return 'redirect';
  return answers(new URLSearchParams(body)) ? 'form' : 'redirect';
}

function answers(parameters: URLSearchParams): boolean {
  return parameters.has('code') || parameters.has('error');
}

function valuesOf({ rawHeaders }: RequestHead, name: string): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

function refuse(why: 'host' | 'method' | 'path'): Judged {
  return { kind: 'refused', why };
}
