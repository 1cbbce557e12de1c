import type { Answer, Ask, JsonObject, Reply } from './message.ts';
import { empty, json } from './reply.ts';

export type Handler = (ask: Ask) => Reply;

/** Looks at every request first, as a firewall does; what it leaves alone (null) goes on. */
export type Before = (ask: Ask) => Reply | null;

/** What a path answers, by method; `ANY` answers every method. */
export type Route = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE' | 'ANY', Handler>>>;
export type Routes = Readonly<Record<string, Route>>;

/** Everything that one origin answers. */
export interface Site {
  readonly before?: Before | undefined;
  readonly routes: Routes;
  /** For paths that no route names. */
  readonly elsewhere: Reply;
}

/**
 * The answer of a site to one request. HEAD is answered as GET, an OPTIONS preflight with 204, a
 * method that the path does not know with 405 and `Allow` (RFC 9110 §15.5.6).
 */
export function answerOf(site: Site, ask: Ask): Reply {
  const early = site.before?.(ask) ?? null;
  if (early !== null) return early;
  const route = Object.hasOwn(site.routes, ask.path) ? site.routes[ask.path] : undefined;
  if (route === undefined) return site.elsewhere;
  const method = ask.method === 'HEAD' ? 'GET' : ask.method;
  const handler = route.ANY ?? (isMethod(method) ? route[method] : undefined);
  if (handler !== undefined) return handler(ask);
  return ask.method === 'OPTIONS' ? preflight(route) : notAllowed(route);
}

function isMethod(method: string): method is 'GET' | 'POST' | 'DELETE' {
  return ['GET', 'POST', 'DELETE'].includes(method);
}

function notAllowed(route: Route): Answer {
  return json(405, { error: 'method_not_allowed' }, { allow: Object.keys(route).join(', ') });
}

function preflight(route: Route): Answer {
  return empty(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': Object.keys(route).join(', '),
    'access-control-allow-headers':
      'authorization, content-type, mcp-protocol-version, mcp-method, mcp-name',
  });
}

/** A document that anyone may read, also from a page, at each of some paths. */
export function documentRoutes(paths: readonly string[], document: JsonObject): Routes {
  const route: Route = { GET: () => json(200, document, { 'access-control-allow-origin': '*' }) };
  return Object.fromEntries(paths.map((path) => [path, route]));
}

/** Replies by path, whatever the method. */
export type Replies = Readonly<Record<string, Reply | Handler>>;

export function replyRoutes(replies: Replies): Routes {
  const handler = (reply: Reply | Handler) => (typeof reply === 'function' ? reply : () => reply);
  return Object.fromEntries(
    Object.entries(replies).map(([path, reply]) => [path, { ANY: handler(reply) }]),
  );
}
