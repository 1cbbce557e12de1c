import { once } from 'node:events';
import {
  createServer as createHttp,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Answer, Ask, Reply, Stream } from './message.ts';
import { json } from './reply.ts';

export interface ListenerOptions {
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Called once for each request that was read whole. */
  readonly answer: (ask: Ask, target: string) => Reply;
  readonly delayMs: number;
  /** Loopback address to listen on; 127.0.0.1 where none is given. */
  readonly address?: '127.0.0.1' | '::1';
  /** TLS 1.0 and 1.1 only. */
  readonly oldTls?: boolean;
}

export interface Listener {
  readonly port: number;
  /** Ends every socket and every pending answer at once. */
  close(): Promise<void>;
}

/** Larger bodies are cut off: no client of MCP or OAuth sends as much. */
const BODY_LIMIT = 1_000_000;

/**
 * Serves a pure answer function over real sockets.
 * SECURITY: C7 the one listening socket beside sign-in: on the loopback address only, on a port that
 * the system chooses, and only while a patient runs.
 */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const timers = new Set<NodeJS.Timeout>();
  const later = (work: () => void) => void wait(timers, options.delayMs, work);
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    readBody(request, (body) => {
      const reply = replyTo(options, request, body);
      later(() => send(reply, response, () => reset(sockets, request.socket)));
    });
  };
  const server = open(options, onRequest);
  const sockets = tracked(server);
  server.listen(0, options.address ?? '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      const closed = server.listening ? once(server, 'close') : null;
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Only the leaf is sent: with the authority in the chain, its absence could not be tested. */
function open({ tls, oldTls }: ListenerOptions, onRequest: RequestListener): Server {
  if (tls === null) return createHttp(onRequest);
  return createHttps({ cert: tls.cert, key: tls.key, ...(oldTls ? OLD_TLS : {}) }, onRequest);
}

/** What RFC 8996 forbids; OpenSSL serves it only at its lowest level of security. */
const OLD_TLS = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;

/** Without a delay the work is done in the same turn, so that a reset needs no timer. */
function wait(timers: Set<NodeJS.Timeout>, ms: number, work: () => void): void {
  if (ms === 0) return work();
  const timer = setTimeout(() => {
    timers.delete(timer);
    work();
  }, ms);
  timers.add(timer);
}

function tracked(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // A peer that goes away is what several patients are about, not a fault of ours.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

function readBody(request: IncomingMessage, done: (body: string | null) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  });
  request.on('end', () => {
    done(size <= BODY_LIMIT ? Buffer.concat(chunks).toString('utf8') : null);
  });
}

function replyTo(options: ListenerOptions, request: IncomingMessage, body: string | null): Reply {
  const target = request.url ?? '/';
  const url = targetUrl(target);
  if (url === null || body === null)
    return json(url === null ? 400 : 413, { error: 'bad_request' });
  const { pathname: path, searchParams: query } = url;
  const headers = singleHeaders(request);
  return options.answer({ method: request.method ?? 'GET', path, query, headers, body }, target);
}

/** A request target as a URL with a host that means nothing; null where it is none. */
function targetUrl(target: string): URL | null {
  return target.startsWith('/') && URL.canParse(`http://unused${target}`)
    ? new URL(`http://unused${target}`)
    : null;
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct);
  return Object.fromEntries(entries.map(([name, values]) => [name, values?.[0] ?? '']));
}

function send(reply: Reply, response: ServerResponse, reset: () => void): void {
  if (response.destroyed) return;
  if (reply.kind === 'reset') {
    if (reply.stays !== true) reset();
    return;
  }
  if (reply.kind === 'stream') sendStream(reply, response);
  else sendAnswer(reply, response);
}

/** A TLS socket cannot be reset itself (ERR_INVALID_HANDLE_TYPE); the TCP socket under it can. */
function reset(sockets: ReadonlySet<Socket>, socket: Socket): void {
  for (const one of sockets) if (one.remotePort === socket.remotePort) one.resetAndDestroy();
}

function sendAnswer(answer: Answer, response: ServerResponse): void {
  if (answer.version === '1.0') return sendOld(answer, response);
  // Not writeHead: only headers that are still open get a Content-Length from end().
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.end(answer.body);
}

/** Node writes HTTP/1.1 only, so this one is written by hand (RFC 1945 §6). */
function sendOld({ status, headers, body }: Answer, response: ServerResponse): void {
  const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.0 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
  response.socket?.end(`${head}\r\n\r\n${body}`);
}

function sendStream({ status, headers, open }: Stream, response: ServerResponse): void {
  response.writeHead(status, headers);
  response.flushHeaders();
  const stop = open(
    (piece) => void response.write(piece),
    () => void response.end(),
  );
  response.on('close', stop);
}
