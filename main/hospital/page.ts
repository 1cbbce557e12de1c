import type { Answer, ReplyHeaders } from './message.ts';
import { html } from './reply.ts';
import type { Setup } from './setup.ts';

/** No page of a sign-in may stand in a frame (OAuth 2.1 §7, AZ-16), and none is kept. */
export const UNFRAMED: ReplyHeaders = {
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
};

/** A page of the authorization server that says one thing. */
export function page(setup: Setup, status: number, title: string): Answer {
  return html(status, title, headersOf(setup));
}

/**
 * A page with content of its own.
 * @param body markup; whatever a stranger named in it has gone through `escaped`
 */
export function pageWith(setup: Setup, title: string, body: string): Answer {
  const answer = page(setup, 200, title);
  return { ...answer, body: answer.body.replace('</html>', () => `${body}</html>`) };
}

/** Text as it may stand in markup. */
export function escaped(text: string): string {
  const safe = text.replaceAll('&', '&amp;');
  return safe.replace(/[<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** Text as it may stand in a script: nothing in it ends the element. */
export function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

function headersOf(setup: Setup): ReplyHeaders {
  return { 'cache-control': 'no-store', ...(setup.auth.pageHeaders ?? UNFRAMED) };
}
