import { NotInStandIn, strict } from './strict.ts';

type Handler = (event: object, ...values: unknown[]) => unknown;
const handlers = new Map<string, Handler>();

/** api/ipc-main: `handle` only. */
export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/**
 * Runs the handler of an invoke.
 * @param event IpcMainInvokeEvent
 * @throws with the text that ipcRenderer.invoke rejects with (api/ipc-renderer: only the message
 *   of an error crosses)
 */
export async function answerInvoke(
  event: object,
  channel: string,
  values: readonly unknown[],
): Promise<unknown> {
  const failure = (error: unknown) =>
    new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  const handler = handlers.get(channel);
  if (handler === undefined) throw failure(`Error: No handler registered for '${channel}'`);
  try {
    const value = await handler(event, ...values);
    assertPlain(value);
    return value;
  } catch (error) {
    throw failure(error);
  }
}

/**
 * Only what JSON carries as it is; a structured clone would carry more, so more is refused.
 * @param value what main answers or sends
 */
export function assertPlain(value: unknown): void {
  if (['undefined', 'string', 'boolean', 'number'].includes(typeof value) || value === null) return;
  const proto: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (!Array.isArray(value) && proto !== Object.prototype && proto !== null)
    throw new NotInStandIn('a value over IPC that is not plain data');
  for (const one of Object.values(value as object)) assertPlain(one);
}
