import type { Debugger } from 'electron';
import type { CdpPort } from '../../shared/sign-in/cdp-port.ts';

/** The version that api/debugger names. */
const PROTOCOL = '1.3';

/**
 * The DevTools protocol of a window, over `webContents.debugger`. No port is opened (safety C7).
 * @param own the debugger of the window; attached here
 */
export function debuggerPort(own: Debugger): CdpPort {
  own.attach(PROTOCOL);
  return {
    send: (method, params = {}, sessionId = null) =>
      own.sendCommand(method, params, sessionId ?? undefined) as Promise<unknown>,
    on: (listener) => {
      own.on('message', (_event, method, params: Readonly<Record<string, unknown>>, sessionId) =>
        // The root session has none, or an empty one.
        listener({ method, params, sessionId: sessionId === '' ? null : (sessionId ?? null) }),
      );
    },
  };
}
