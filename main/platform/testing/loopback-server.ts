import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server on 127.0.0.1 that a test wrote. */
export interface LoopbackServer {
  readonly port: number;
  readonly origin: string;
  /** `METHOD path` of every request, in order; empty for a raw server. */
  readonly requests: readonly string[];
  /** Connections that were ever accepted. */
  readonly connections: () => number;
  /** Resolves once so many connections have been accepted. */
  accepted(count: number): Promise<void>;
  /** Ends every connection and the server. */
  close(): Promise<void>;
}

export interface TlsFiles extends https.ServerOptions {
  readonly key: string;
  readonly cert: string;
}

/** Serves HTTP, or HTTPS where key and certificate are given. */
export function serveHttp(handler: http.RequestListener, tls?: TlsFiles): Promise<LoopbackServer> {
  const requests: string[] = [];
  const listener: http.RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handler(request, response);
  };
  const options = { keepAliveTimeout: 60_000 };
  const server =
    tls === undefined
      ? http.createServer(options, listener)
      : https.createServer({ ...options, ...tls }, listener);
  return start(server, tls === undefined ? 'http' : 'https', requests);
}

/** Gives the bare connection to the test; for what is not HTTP. */
export function serveRaw(
  onSocket: (socket: net.Socket) => void,
  scheme: 'http' | 'https' = 'http',
): Promise<LoopbackServer> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  return start(server, scheme, []);
}

/** A port of 127.0.0.1 on which nobody listens: it was ours a moment ago. */
export async function freePort(): Promise<number> {
  const server = await serveRaw(() => undefined);
  await server.close();
  return server.port;
}

function start(
  server: net.Server,
  scheme: string,
  requests: readonly string[],
): Promise<LoopbackServer> {
  const sockets = new Set<net.Socket>();
  let count = 0;
  server.on('connection', (socket: net.Socket) => {
    count += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    server.emit('counted');
  });
  server.on('tlsClientError', () => undefined);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        origin: `${scheme}://127.0.0.1:${port}`,
        requests,
        connections: () => count,
        accepted: (wanted) => until(server, () => count >= wanted),
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}

function until(server: net.Server, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      server.removeListener('counted', look);
      resolve();
    };
    server.on('counted', look);
    look();
  });
}
