/** A value on its way between two worlds: copied, with functions and promises as references. */
export type Encoded =
  | readonly ['value', unknown]
  | readonly ['function' | 'promise', number]
  | readonly ['error', string]
  | readonly ['array', readonly Encoded[]]
  | readonly ['object', readonly (readonly [string, Encoded])[]];

/** One world's side of the bridge. */
export interface BridgeEnd {
  /** Puts a copy of an API on the other world's `window`. */
  readonly expose: (key: string, api: unknown) => void;
}

/**
 * contextBridge between the isolated world of the preload and the world of the page; the same code
 * runs in both. It is sent to the page as text, so it refers to nothing outside itself.
 *
 * As documented (api/context-bridge, "Parameter / Error / Return Type support"): plain values and
 * objects are copied, prototypes are dropped, functions and promises are proxied, errors keep their
 * message, symbols cannot be sent, what is exposed is frozen and cannot be replaced.
 *
 * The worlds share only the DOM: a message is the detail of an event, which Chromium copies by
 * structured clone from world to world. Dispatching is synchronous, and so is contextBridge.
 * @param outgoing secret name of the events that this world sends
 * @param incoming secret name of those it gets
 */
export function createBridgeEnd(outgoing: string, incoming: string): BridgeEnd {
  type Message =
    | { kind: 'expose'; key: string; value: Encoded }
    | { kind: 'call'; id: number; values: readonly Encoded[] }
    | { kind: 'settle'; id: number; ok: boolean; value: Encoded }
    | { kind: 'answer'; ok: boolean; value: Encoded };
  const dispatch = EventTarget.prototype.dispatchEvent.bind(document);
  const functions = new Map<number, (...values: unknown[]) => unknown>();
  const promises = new Map<number, (ok: boolean, value: unknown) => void>();
  const answers: { ok: boolean; value: unknown }[] = [];
  let lastId = 0;

  const post = (detail: Message) => dispatch(new CustomEvent(outgoing, { detail }));

  function encode(value: unknown): Encoded {
    if (typeof value === 'symbol') throw new TypeError('contextBridge: symbols cannot be sent');
    if (typeof value === 'function') {
      functions.set(++lastId, value as () => unknown);
      return ['function', lastId];
    }
    if (typeof value !== 'object' || value === null) return ['value', value];
    if (value instanceof Promise) return encodePromise(value);
    if (value instanceof Error) return ['error', value.message];
    if (Array.isArray(value)) return ['array', value.map(encode)];
    const cloned = ['Date', 'RegExp', 'Map', 'Set', 'ArrayBuffer', 'Uint8Array', 'Blob'];
    if (cloned.includes(Object.prototype.toString.call(value).slice(8, -1)))
      return ['value', value];
    return ['object', Object.entries(value).map(([key, one]) => [key, encode(one)])];
  }

  function encodePromise(promise: Promise<unknown>): Encoded {
    const id = ++lastId;
    promise.then(
      (value) => post({ kind: 'settle', id, ok: true, value: encode(value) }),
      (error: unknown) => post({ kind: 'settle', id, ok: false, value: encode(error) }),
    );
    return ['promise', id];
  }

  function decode([kind, content]: Encoded): unknown {
    switch (kind) {
      case 'value':
        return content;
      case 'error':
        return new Error(content);
      case 'array':
        return content.map(decode);
      case 'object':
        return Object.fromEntries(content.map(([key, one]) => [key, decode(one)]));
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(content, (ok, value) => (ok ? resolve(value) : reject(value)));
        });
      case 'function':
        return (...values: unknown[]) => callOther(content, values);
    }
  }

  function callOther(id: number, values: readonly unknown[]): unknown {
    const depth = answers.length;
    post({ kind: 'call', id, values: values.map(encode) });
    const answer = answers.splice(depth)[0];
    if (answer === undefined) throw new Error('contextBridge: the other world does not answer');
    if (!answer.ok) throw answer.value;
    return answer.value;
  }

  function answerCall(id: number, values: readonly Encoded[]): void {
    try {
      const value = encode(functions.get(id)?.(...values.map(decode)));
      post({ kind: 'answer', ok: true, value });
    } catch (error) {
      post({ kind: 'answer', ok: false, value: encode(error) });
    }
  }

  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  document.addEventListener(incoming, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.kind === 'call') answerCall(message.id, message.values);
    else if (message.kind === 'answer')
      answers.push({ ok: message.ok, value: decode(message.value) });
    else if (message.kind === 'settle')
      promises.get(message.id)?.(message.ok, decode(message.value));
    else
      Object.defineProperty(window, message.key, {
        value: freeze(decode(message.value)),
        enumerable: true,
      });
  });
  return { expose: (key, value) => post({ kind: 'expose', key, value: encode(value) }) };
}
