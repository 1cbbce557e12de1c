import type { Clock } from '../../../engine/ports.ts';
import type { SignInPageOptions } from '../../../engine/sign-in-ports.ts';
import {
  openLoopbackListener,
  type LoopbackListener,
} from '../../../platform/loopback/open-loopback-listener.ts';

/** A loopback listener for all rounds of one sign-in, always at the same address. */
export interface CallbackListener {
  readonly redirectUri: string;
  /** Listens again where the last round ended it. @throws AppError `port-busy` */
  listen(): Promise<void>;
  close(): Promise<void>;
}

export interface CallbackListenerOptions {
  readonly clock: Clock;
  /** Milliseconds since the page was opened. */
  readonly since: () => number;
  /** A callback came: before its event is told. */
  readonly onCallback?: () => void;
}

/**
 * Listens for the callbacks of a sign-in and tells them as events; five minutes without one are told
 * as closed by us. Between two rounds nothing listens (safety C7, C8).
 * @throws AppError `callback-elsewhere`, `port-busy`
 */
export async function openCallbackListener(
  page: SignInPageOptions,
  { clock, since, onCallback }: CallbackListenerOptions,
): Promise<CallbackListener> {
  const start = (redirectUri: string, keepPath: boolean): Promise<LoopbackListener> =>
    openLoopbackListener({
      redirectUri,
      keepPath,
      clock,
      signal: page.signal,
      onCallback: (callback) => {
        onCallback?.();
        // Who redirected it, and with which status, cannot be seen from here.
        page.onEvent({ kind: 'callback', at: since(), ...callback, status: null });
      },
      onTimeout: () => page.onEvent({ kind: 'closed', at: since(), by: 'us' }),
    });
  let current = await start(page.redirectUri, page.keepPath);
  const { redirectUri } = current;
  return {
    redirectUri,
    async listen() {
      // The client is registered with this address, so a later round keeps it.
      if (!current.isOpen()) current = await start(redirectUri, true);
    },
    close: () => current.close(),
  };
}
