import type { Readable, Writable } from 'node:stream';
import type { CdpEvent, CdpPort } from './cdp-port.ts';

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};
interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

/** No message of a sign-in window is longer; a browser that sends more is not what we started. */
const LONGEST_MESSAGE = 32 * 1024 * 1024;

/** A pipe to a browser, and its end. */
export interface CdpPipe extends CdpPort {
  /** Refuses everything that still waits; called when the browser is gone. */
  end(): void;
}

/**
 * Speaks the DevTools protocol over `--remote-debugging-pipe`: JSON, each message closed by NUL. No
 * port is opened (safety C7).
 * @param input what the browser writes
 * @param output what the browser reads
 */
export function connectPipe(input: Readable, output: Writable): CdpPipe {
  const waiting = new Map<number, Waiting>();
  const listeners: ((event: CdpEvent) => void)[] = [];
  let lastId = 0;
  let ended = false;
  const end = () => {
    ended = true;
    for (const { reject, method } of waiting.values()) reject(gone(method));
    waiting.clear();
  };
  // A browser that ended cannot be written to; who waits hears of it through `end`.
  output.on('error', end);
  input.on('error', end).on('close', end);
  readMessages(input, (message) => {
    if (message.id !== undefined) return settle(waiting, message);
    const { method = '', params = {}, sessionId = null } = message;
    for (const listener of listeners) listener({ method, params, sessionId });
  });
  return {
    send: (method, params = {}, sessionId = null) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(gone(method));
        lastId += 1;
        waiting.set(lastId, { resolve, reject, method });
        const target = sessionId === null ? {} : { sessionId };
        output.write(`${JSON.stringify({ id: lastId, method, params, ...target })}\0`);
      }),
    on: (listener) => void listeners.push(listener),
    end,
  };
}

function gone(method: string): Error {
  return new Error(`${method}: the browser is gone`);
}

function settle(waiting: Map<number, Waiting>, { id = 0, result, error }: Message): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) one?.resolve(result);
  else one?.reject(new Error(`${one.method}: ${error.message}`));
}

function readMessages(input: Readable, take: (message: Message) => void): void {
  let parts: string[] = [];
  let size = 0;
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const [first = '', ...rest] = chunk.split('\0');
    parts.push(first);
    size += first.length;
    if (size > LONGEST_MESSAGE) return void input.destroy();
    for (const next of rest) {
      take(JSON.parse(parts.join('')) as Message);
      parts = [next];
      size = next.length;
    }
  });
}
