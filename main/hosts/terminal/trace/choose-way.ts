import { AppError } from '../../../contract/errors.ts';
import type { ClientId, SignInWayName } from '../../../contract/words.ts';
import { CLIENTS } from '../../../engine/clients/index.generated.ts';
import { isLoopbackHost } from '../../../engine/safety/loopback-host.ts';
import type { TraceCliOptions } from './trace-options.ts';

/** What there is to show a sign-in page with. */
export interface Surroundings {
  /** An installed browser was found. */
  readonly browser: boolean;
  /** False on Linux without DISPLAY and WAYLAND_DISPLAY. */
  readonly display: boolean;
  /** Somebody is there to see and to type. */
  readonly terminal: boolean;
}

type Wish = Pick<TraceCliOptions, 'as' | 'browser' | 'headless'>;

/** What cannot be, and why; the first that holds is told. */
const REFUSED: readonly {
  readonly holds: (wish: Wish, around: Surroundings) => boolean;
  readonly reason: string;
}[] = [
  {
    holds: ({ headless, browser = 'isolated' }) => Boolean(headless) && browser !== 'isolated',
    reason: '--headless is for the isolated window; leave --browser out.',
  },
  {
    // SECURITY: K3. Never a browser where there is no terminal.
    holds: ({ headless, browser }, { terminal }) => !headless && browser !== 'none' && !terminal,
    reason:
      'There is no terminal here, so no browser is opened. Add --headless, or use --browser none with the callback address on stdin.',
  },
  {
    holds: ({ headless, browser }, { display }) => !headless && browser === 'isolated' && !display,
    reason: 'There is no display here for a window. Add --headless, or use --browser none.',
  },
];

/**
 * Decides where the sign-in page is shown: what was asked for; else an isolated window, else the
 * system browser where the client is called back on this machine, else by paste.
 * @throws AppError `bad-option` for what cannot be
 */
export function chooseWay(wish: Wish, around: Surroundings): SignInWayName {
  const refused = REFUSED.find(({ holds }) => holds(wish, around));
  if (refused) throw new AppError('bad-option', { reason: refused.reason });
  if (wish.browser !== undefined) return wish.browser;
  if (wish.headless || (around.browser && around.display)) return 'isolated';
  return around.display && isCalledBackHere(wish.as) ? 'system' : 'none';
}

/** A client without a registration of its own is a program on an SDK, called back here. */
function isCalledBackHere(id: ClientId): boolean {
  const uri = CLIENTS.find((one) => one.id === id && one.registers !== null)?.registers
    ?.redirectUri;
  return uri === undefined || isLoopbackHost(new URL(uri).hostname);
}
