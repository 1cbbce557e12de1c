import type { ConnectTo, HttpOutcome, HttpRequest, HttpSession } from '../../engine/ports.ts';
import { createHttp, type HttpInternals } from '../http/create-http.ts';
import type { LoopbackServer } from './loopback-server.ts';

/** What a test of the Http port opens; everything is closed by `clean`. */
export interface HttpRig {
  /** Keeps a server to be closed. */
  keep(server: Promise<LoopbackServer>): Promise<LoopbackServer>;
  open(userUrl: string, internals?: HttpInternals, more?: RigOptions): HttpSession;
  clean(): Promise<void>;
}
export interface RigOptions {
  readonly ca?: string | null;
  readonly connectTo?: readonly ConnectTo[];
}

/** Nothing of this machine's trust: tests must not depend on it. */
const NO_TRUST = { env: {}, system: () => [] };

export function createHttpRig(): HttpRig {
  const servers: LoopbackServer[] = [];
  const sessions: HttpSession[] = [];
  return {
    async keep(starting) {
      const server = await starting;
      servers.push(server);
      return server;
    },
    open(userUrl, internals = {}, { ca = null, connectTo = [] } = {}) {
      const session = createHttp({ trust: NO_TRUST, ...internals }).open({
        userUrl,
        ca,
        connectTo,
      });
      sessions.push(session);
      return session;
    },
    async clean() {
      for (const session of sessions.splice(0)) session.close();
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}

export const NEVER: AbortSignal = new AbortController().signal;

export function getRequest(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, headers: [], body: null, namedBy: 'user', ...more };
}

/** Sends a GET as the user named it. */
export function get(session: HttpSession, url: string): Promise<HttpOutcome> {
  return session.send(getRequest(url), NEVER);
}
