import type { Readable, Writable } from 'node:stream';

/** An event of the Chrome DevTools Protocol; `sessionId` is absent on the browser's own. */
export interface CdpEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
}

type Message = Partial<CdpEvent> & {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** A connection to Chromium over its pipe, or to one target through it. */
export interface Cdp {
  /** Sends a command; the caller names the form of the result (protocol reference). */
  send<T = unknown>(method: string, params?: object): Promise<T>;
  /** Listens to one event of this target. */
  on<T>(method: string, listener: (params: T) => void): void;
  /** Listens to all events of the whole connection. */
  onEvery(listener: (event: CdpEvent) => void): void;
  /** The same connection for another target. */
  session(sessionId: string): Cdp;
}

/**
 * Speaks the DevTools protocol over `--remote-debugging-pipe`: JSON, each message closed by NUL.
 * @param input what Chromium writes
 * @param output what Chromium reads
 */
export function connectPipe(input: Readable, output: Writable): Cdp {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((event: Message) => void)[] = [];
  let lastId = 0;
  // A browser that ended cannot be written to; who waits for it hears of the end elsewhere.
  output.on('error', () => {});
  readMessages(input, (message) => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const listener of listeners) runApart(() => listener(message));
  });
  const send = (sessionId: string | undefined, method: string, params: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const scope = (sessionId?: string): Cdp => ({
    send: <T>(method: string, params: object = {}) => send(sessionId, method, params) as Promise<T>,
    on: <T>(method: string, listener: (params: T) => void) => {
      listeners.push((event) => {
        if (event.method === method && event.sessionId === sessionId) listener(event.params as T);
      });
    },
    onEvery: (listener) => {
      listeners.push(({ method = '', params = {}, sessionId: of }) =>
        listener({ method, params, ...(of === undefined ? {} : { sessionId: of }) }),
      );
    },
    session: scope,
  });
  return scope();
}

/** A listener that throws must be heard (uncaughtException) and must not stop the next message. */
function runApart(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function readMessages(input: Readable, take: (message: Message) => void): void {
  let rest = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part) as Message);
  });
}

/**
 * For a command whose target may be gone by now: a page that closed needs no answer.
 * @param sent the command
 */
export function unlessGone(sent: Promise<unknown>): void {
  sent.catch((error: unknown) => {
    const gone =
      /not found|not attached|detached|closed|Invalid InterceptionId|crashed|Cannot find/i;
    if (!gone.test(String(error))) throw error;
  });
}
