import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '../../contract/errors.ts';
import type { Clock } from '../../engine/ports.ts';
import { ANSWER_HEADERS, ANSWER_PAGE } from './answer-page.ts';
import { createBareServer } from './bare-server.ts';
import { bindLoopback } from './bind-loopback.ts';
import { howItCame, judgeRequest } from './judge-request.ts';
import { readLoopbackRedirect, writeLoopbackRedirect } from './loopback-redirect.ts';
import { readBody, type Body } from './read-body.ts';

/** The one request that was waited for. */
export interface LoopbackCallback {
  /** Whole, with its code. */
  readonly url: string;
  readonly method: string;
  readonly body: string | null;
  readonly by: 'redirect' | 'form';
  readonly frame: 'top' | 'child';
}

export interface LoopbackListenerOptions {
  /** As the client has it: http, on this machine. */
  readonly redirectUri: string;
  /** Path and port stay as they are; else the port is any and the path ends with a random segment. */
  readonly keepPath: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called once; nothing listens any more then. */
  readonly onCallback: (callback: LoopbackCallback) => void;
  /** Five minutes have passed without a callback. */
  readonly onTimeout: () => void;
}

export interface LoopbackListener {
  /** Where the client is called back, with the port. */
  readonly redirectUri: string;
  /** False once it has ended, however that was. */
  readonly isOpen: () => boolean;
  /** Ends it; settles once nothing listens and every connection is gone. */
  close(): Promise<void>;
}

/** SECURITY: C8. A sign-in ends within this time, or its listener does. */
export const LISTENER_LIFE_MS = 5 * 60_000;
/** How long the browser has to take the answer page. */
const ANSWER_MS = 2_000;

/**
 * Waits for one callback on 127.0.0.1 and ::1 (safety C7, C8; RFC 8252 §7.3, §8.3) and ends with it,
 * with the signal, or after five minutes. Whatever else is asked gets 404 and no word.
 * @throws AppError `callback-elsewhere` for a redirect URI that is not on this machine, `port-busy`
 */
export async function openLoopbackListener(
  options: LoopbackListenerOptions,
): Promise<LoopbackListener> {
  const { redirectUri, keepPath, signal } = options;
  signal.throwIfAborted();
  const place = readLoopbackRedirect(redirectUri, keepPath, randomBytes(16).toString('base64url'));
  if (place === null) throw new AppError('callback-elsewhere', { address: redirectUri });
  const listener = new Listener(options);
  const { port, servers } = await bindLoopback(place, () => listener.createServer());
  // D15: where the port is a given one, the text stays as the client registered it.
  const keepsText = keepPath && place.port !== 0;
  listener.start(servers, keepsText ? redirectUri : writeLoopbackRedirect(place, port));
  // The signal may have come while a port was sought.
  if (signal.aborted) await listener.close();
  return listener;
}

class Listener implements LoopbackListener {
  redirectUri = '';
  readonly #options: LoopbackListenerOptions;
  readonly #sockets = new Set<Socket>();
  #servers: readonly Server[] = [];
  #isOpen = false;
  #cancelTimer = (): void => undefined;

  constructor(options: LoopbackListenerOptions) {
    this.#options = options;
  }

  readonly isOpen = (): boolean => this.#isOpen;

  createServer(): Server {
    return createBareServer(this.#sockets, (request, response) => {
      void this.#answer(request, response);
    });
  }

  start(servers: readonly Server[], redirectUri: string): void {
    this.redirectUri = redirectUri;
    this.#servers = servers;
    this.#isOpen = true;
    const { clock, signal, onTimeout } = this.#options;
    signal.addEventListener('abort', this.#closeNow, { once: true });
    this.#cancelTimer = clock.after(LISTENER_LIFE_MS, () => {
      this.#closeNow();
      onTimeout();
    });
  }

  async close(): Promise<void> {
    const stopped = this.#stop();
    for (const socket of this.#sockets) socket.destroy();
    await stopped;
  }

  readonly #closeNow = (): void => void this.close();

  /** Stops listening at once; settles when the connections are gone too. */
  #stop(): Promise<unknown> {
    this.#isOpen = false;
    this.#cancelTimer();
    this.#options.signal.removeEventListener('abort', this.#closeNow);
    return Promise.all(this.#servers.map((one) => new Promise((done) => one.close(done))));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '', rawHeaders } = request;
    const judged = judgeRequest({ method, target, rawHeaders }, this.redirectUri);
    if (judged.kind === 'refused') return refuse(response, 404);
    const body: Body = method === 'POST' ? await readBody(request) : { kind: 'none' };
    if (body.kind === 'too-large') return refuse(response, 413);
    // Another request may have been the one callback while this one sent its body.
    if (body.kind === 'broken' || !this.#isOpen) return refuse(response, 404);
    // SECURITY: C8. One callback: nothing listens any more when it is told.
    void this.#stop();
    this.#sayGoodbye(request.socket, response);
    const text = body.kind === 'text' ? body.text : null;
    const by = howItCame(judged.url, text);
    this.#options.onCallback({ url: judged.url, method, body: text, by, frame: judged.frame });
  }

  /** The browser that brought the callback gets its page; every other connection ends. */
  #sayGoodbye(last: Socket, response: ServerResponse): void {
    for (const socket of this.#sockets) if (socket !== last) socket.destroy();
    const cancel = this.#options.clock.after(ANSWER_MS, this.#closeNow);
    last.once('close', cancel);
    response.writeHead(200, ANSWER_HEADERS).end(ANSWER_PAGE);
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close', 'content-length': '0' }).end();
}
