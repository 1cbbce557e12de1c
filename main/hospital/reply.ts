import type { Answer, Json, ReplyHeaders } from './message.ts';

/** A JSON answer; further headers win over the content type. */
export function json(status: number, body: Json, headers: ReplyHeaders = {}): Answer {
  return answer(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** A page, as a login screen, a catch-all route or a firewall sends it. */
export function html(status: number, title: string, headers: ReplyHeaders = {}): Answer {
  const page = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;
  return answer(status, page, { 'content-type': 'text/html; charset=utf-8', ...headers });
}

/** An answer without a body. */
export function empty(status: number, headers: ReplyHeaders = {}): Answer {
  return answer(status, '', headers);
}

/** A redirect; 302 unless another status is asked for. */
export function redirect(location: string, status = 302): Answer {
  return empty(status, { location });
}

/** The JSON 404 of a healthy server: an HTML page in its place stops TypeScript clients (F34). */
export const NOT_FOUND: Answer = json(404, { error: 'not_found' });

function answer(status: number, body: string, headers: ReplyHeaders): Answer {
  return { kind: 'answer', status, headers, body };
}
