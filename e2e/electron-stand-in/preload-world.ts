import type { BridgeEnd } from './context-bridge.ts';

/** What the isolated world tells main. */
export type FromPreload =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly values: unknown[];
    }
  | { readonly kind: 'preload-error'; readonly message: string };

/** What main tells the isolated world. */
export type ToPreload =
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'send'; readonly channel: string; readonly values: readonly unknown[] };

/**
 * Runs a sandboxed preload in the isolated world. It is sent to the page as text, so it refers to
 * nothing outside itself. `require` knows what tutorial/sandbox lists for preloads, of that only
 * `electron`, and of `electron` only contextBridge.exposeInMainWorld, ipcRenderer.invoke and .on.
 * @param bridge this world's end of contextBridge
 * @param tell sends text to main
 * @param preload the preload as a function
 * @returns takes text from main
 */
export function runPreload(
  bridge: BridgeEnd,
  tell: (text: string) => void,
  preload: (require: (name: string) => unknown, module: { exports: object }) => void,
): (text: string) => void {
  const waiting = new Map<number, (answer: ToPreload) => void>();
  const listeners = new Map<string, ((event: object, ...values: unknown[]) => void)[]>();
  let lastId = 0;
  const send = (message: FromPreload) => tell(JSON.stringify(message));

  function strict<T extends object>(name: string, members: T): T {
    return new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
        throw new Error(`not in the stand-in: ${name}.${key}`);
      },
    });
  }

  /** Only what JSON carries as it is: a structured clone would carry more, so more is refused. */
  function assertPlain(value: unknown): void {
    if (value === undefined || value === null) return;
    if (typeof value === 'object') {
      const proto: unknown = Object.getPrototypeOf(value);
      if (!Array.isArray(value) && proto !== Object.prototype && proto !== null)
        throw new Error('not in the stand-in: a value over ipcRenderer that is not plain data');
      for (const one of Object.values(value)) assertPlain(one);
    } else if (!['string', 'boolean', 'number'].includes(typeof value))
      throw new Error(`An object could not be cloned: ${typeof value}`);
  }

  const ipcRenderer = strict('ipcRenderer', {
    // api/ipc-renderer, invoke: resolves with the response, rejects with main's message.
    invoke: (channel: string, ...values: unknown[]) => {
      values.forEach(assertPlain);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, (answer) => {
          if (answer.kind === 'refusal') reject(new Error(answer.message));
          else resolve(answer.kind === 'answer' ? answer.value : undefined);
        });
        send({ kind: 'invoke', id, channel, values });
      });
    },
    on: (channel: string, listener: (event: object, ...values: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
  });
  const contextBridge = strict('contextBridge', { exposeInMainWorld: bridge.expose });
  const electron = strict('electron', { contextBridge, ipcRenderer });
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`not in the stand-in: require('${name}') in a preload`);
  };
  try {
    preload(require, { exports: {} });
  } catch (error) {
    // api/web-contents, preload-error: the page goes on without it.
    send({ kind: 'preload-error', message: String(error) });
  }
  return (text) => {
    const message = JSON.parse(text) as ToPreload;
    if (message.kind === 'send') {
      const event = strict('IpcRendererEvent', { sender: ipcRenderer });
      for (const listener of listeners.get(message.channel) ?? [])
        listener(event, ...message.values);
      return;
    }
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  };
}
