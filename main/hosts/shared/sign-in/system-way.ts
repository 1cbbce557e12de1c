import { AppError } from '../../../contract/errors.ts';
import type { Clock } from '../../../engine/ports.ts';
import { redactUrl } from '../../../engine/redact/url.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../../../engine/sign-in-ports.ts';
import { openCallbackListener } from './callback-listener.ts';
import { checkedAddress } from './checked-address.ts';

export interface SystemWayOptions {
  readonly clock: Clock;
  /** The host's one place that opens pages in the system browser (safety C3). */
  readonly openUrl: (url: string) => Promise<void>;
  /** Told the address where the browser did not open; without it that is an error. */
  readonly onNotOpened?: (address: string) => void;
}

/**
 * The user's own browser, with a listener on this machine (RFC 8252 §7.3): for providers that refuse
 * embedded windows, for passkeys, and by choice. What the browser shows cannot be seen, so there are
 * two events: what we asked for, and the callback. A client that is called back elsewhere is refused
 * before anything is opened: its callback would go to its owner.
 */
export function createSystemWay(options: SystemWayOptions): SignInWay {
  const { clock } = options;
  return {
    name: 'system',
    open: async (page: SignInPageOptions): Promise<SignInPage> => {
      const started = clock.monotonic();
      const since = () => clock.monotonic() - started;
      const listener = await openCallbackListener(page, { clock, since });
      return {
        redirectUri: listener.redirectUri,
        isBlind: true,
        async go(url) {
          const address = checkedAddress(url);
          await listener.listen();
          page.onEvent({ ...REQUEST, at: since(), url: address });
          await openPage(address, options);
        },
        // The answer page is neutral and gone with the callback; the host itself says how it ended.
        tell: () => Promise.resolve(),
        close: () => listener.close(),
      };
    },
  };
}

async function openPage(address: string, options: SystemWayOptions): Promise<void> {
  const { openUrl, onNotOpened } = options;
  try {
    await openUrl(address);
  } catch (error) {
    // The listener waits: a person can open the address as well.
    if (onNotOpened !== undefined) return onNotOpened(address);
    // Without the state, which an error has no business to carry.
    const reason = 'the program for it did not start.';
    throw new AppError('page-not-opened', { url: redactUrl(address), reason }, { cause: error });
  }
}

/** What is known of a page that another program shows: that we asked for it. */
export const REQUEST = {
  kind: 'request',
  method: 'GET',
  frame: 'top',
  redirectedBy: null,
  by: 'us',
} as const;
