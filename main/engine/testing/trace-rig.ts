import { RULES } from '../run/rules.ts';
import type { TraceNews, TraceRequest } from '../run/trace-request.ts';
import { trace } from '../run/trace.ts';
import { MCP_URL } from './exchange-builders.ts';
import type { Http } from '../ports.ts';
import type { FakeHttp, FakeRoutes } from './fake-http.ts';
import { createFakePorts } from './fake-ports.ts';
import { createFakeLocks, createFakeSecretStore } from './fake-secret-store.ts';
import { createFakeSignInWay, type FakeScript } from './fake-sign-in-way.ts';
import { createSignInServer } from './sign-in-server.ts';
import { testVault } from './test-vault.ts';

export interface TraceRigOptions {
  readonly request?: Partial<TraceRequest>;
  /** On top of those of a healthy server, which they may ask. */
  readonly routes?: FakeRoutes | ((healthy: FakeRoutes) => FakeRoutes);
  readonly script?: FakeScript;
  readonly onNews?: (news: TraceNews) => void;
  /** Told of every request before it is answered, with how many there were before it. */
  readonly onRequest?: (before: number) => void;
  /** Thrown where the window is opened. */
  readonly failure?: Error;
}

/** A traced sign-in over fakes, with everything that it touched. It is under way when it is returned. */
export function startTrace(options: TraceRigOptions = {}) {
  const server = createSignInServer();
  const { failure, routes = {} } = options;
  const changed = typeof routes === 'function' ? routes(server.routes) : routes;
  const ports = createFakePorts({ routes: { ...server.routes, ...changed } });
  const way = createFakeSignInWay(options.script ?? server.way, failure ? { failure } : {});
  const store = createFakeSecretStore();
  const locks = createFakeLocks();
  const vault = testVault(store, locks);
  const stop = new AbortController();
  const news: TraceNews[] = [];
  const request: TraceRequest = {
    choice: { kind: 'urls', urls: [MCP_URL] },
    as: 'claude-code',
    way: 'isolated',
    headless: true,
    keep: false,
    thorough: false,
    client: null,
    scope: null,
    connectTo: [],
    ca: null,
    ...options.request,
  };
  const result = trace(request, {
    ...RULES,
    ports: { ...ports, http: watched(ports.http, options.onRequest) },
    tool: { name: 'unblank', version: '0.0.0' },
    signal: stop.signal,
    onProgress: () => undefined,
    onNews: (one) => {
      news.push(one);
      options.onNews?.(one);
    },
    signIn: { ways: [way], vault: () => Promise.resolve(vault), locks },
  });
  return { result, ports, way, store, vault, stop, news, locks };
}

function watched(http: FakeHttp, onRequest: TraceRigOptions['onRequest']): Http {
  return {
    open(options) {
      const session = http.open(options);
      return {
        ...session,
        send(request, signal) {
          onRequest?.(http.requests.length);
          return session.send(request, signal);
        },
      };
    },
  };
}
