import type { Socket } from 'node:net';
import type { Clock, TlsFacts } from '../../engine/ports.ts';
import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { dial } from './dial.ts';
import { failureOf } from './failure.ts';
import { secure } from './secure-socket.ts';
import { Stopped, unlessStopped, type Stop } from './stop.ts';
import type { Target } from './target.ts';
import { NOTHING_SHOWN, sentFacts, shownBy, type Shown } from './tls-facts.ts';
import type { Trust } from './trust.ts';

interface TlsContext {
  readonly clock: Clock;
  readonly limits: OutboundLimits;
  readonly trust: () => Trust;
}

/**
 * Makes one verified handshake over the same pinned connection as a request (safety E3, E6) and
 * hangs up. What the server sent is known also where it is refused.
 * @param hostname `URL.hostname`; IPv6 in brackets
 * @returns null where no connection came about; never rejects
 */
export async function inspectTls(
  hostname: string,
  target: Target,
  stop: Stop,
  context: TlsContext,
): Promise<TlsFacts | null> {
  const { clock, limits, trust } = context;
  // SECURITY: E3
  const socket = await dial(target, clock, limits.nextAddressMs, stop).catch(() => null);
  if (socket === null) return null;
  try {
    return await handshake(hostname.replace(/^\[(.*)\]$/u, '$1'), socket, stop, trust());
  } finally {
    socket.destroy();
  }
}

async function handshake(
  host: string,
  socket: Socket,
  stop: Stop,
  { context, vouchedBy, holds }: Trust,
): Promise<TlsFacts> {
  let shown: Shown = NOTHING_SHOWN;
  const onHandshake = (secured: Parameters<typeof shownBy>[0]): void => {
    shown = shownBy(secured);
  };
  try {
    const secured = await unlessStopped(stop, secure(socket, { host, context, onHandshake }));
    secured.on('error', () => undefined);
    const { protocol, chain } = shown.protocol === null ? shownBy(secured) : shown;
    secured.destroy();
    const sent = sentFacts(chain, holds);
    return { protocol, sent, trustedBy: vouchedBy(chain), failure: null };
  } catch (error) {
    const { code, message } = error instanceof Stopped ? error.failure : failureOf(error, 'tls');
    const { protocol, chain } = shown;
    const sent = sentFacts(chain, holds);
    return { protocol, sent, trustedBy: null, failure: { code, message } };
  }
}
