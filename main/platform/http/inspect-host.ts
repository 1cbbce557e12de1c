import type { Clock, HostAddress, HostFacts, HttpRequest } from '../../engine/ports.ts';
import { classifyAddress } from '../../engine/safety/address-class.ts';
import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { judgeAddresses, judgeUrl } from '../../engine/safety/outbound-policy.ts';
import { portOf } from '../../engine/safety/url-locality.ts';
import { failureOf } from './failure.ts';
import { inspectTls } from './inspect-tls.ts';
import { createPhase } from './phase.ts';
import { createStop, Stopped, unlessStopped, type Stop } from './stop.ts';
import type { FindTarget, Target } from './target.ts';
import type { Trust } from './trust.ts';

/** What an inspection needs of its session. */
export interface InspectContext {
  readonly clock: Clock;
  readonly limits: OutboundLimits;
  readonly find: FindTarget;
  /** Every address of the user's own server; empty where it does not resolve. */
  readonly own: () => Promise<readonly string[]>;
  readonly trust: () => Trust;
}

/**
 * What is known of a host before any request: the answers of the resolver, and the TLS handshake.
 * All of it within the deadline of a connection (safety E5). Never throws for what the network does.
 * @param ends the stops of the session and of the caller
 * @returns null where the policy does not let us connect (safety E2), or the run was stopped
 */
export async function inspectHost(
  text: string,
  namedBy: HttpRequest['namedBy'],
  ends: readonly Stop[],
  context: InspectContext,
): Promise<HostFacts | null> {
  const judged = judgeUrl(text);
  if (!judged.allowed) return null;
  const stop = createStop();
  const phase = createPhase(context.clock, stop);
  const forget = ends.map((end) => end.onStop((failure) => stop.with(failure)));
  phase.start('CONNECT_TIMEOUT', context.limits.connectMs);
  try {
    const facts = await look(judged.url, namedBy, stop, context);
    return stop.failure?.failure === 'cancelled' ? null : facts;
  } finally {
    phase.end();
    for (const one of forget) one();
  }
}

async function look(
  url: URL,
  namedBy: HttpRequest['namedBy'],
  stop: Stop,
  context: InspectContext,
): Promise<HostFacts | null> {
  const named = { host: url.hostname, port: portOf(url) };
  try {
    const target = await unlessStopped(stop, context.find(named.host, named.port));
    const own = await unlessStopped(stop, context.own());
    // SECURITY: E2. Where --connect-to sends us, the user named the place.
    if (!target.mapped && judgeAddresses(target.addresses, namedBy, own) !== null) return null;
    const tls =
      url.protocol === 'https:' ? await inspectTls(url.hostname, target, stop, context) : null;
    return { ...named, ...placeOf(target), dnsFailure: null, tls };
  } catch (error) {
    const { code, message } = error instanceof Stopped ? error.failure : failureOf(error, 'dns');
    return { ...named, addresses: [], mapped: false, dnsFailure: { code, message }, tls: null };
  }
}

function placeOf({ addresses, mapped }: Target): Pick<HostFacts, 'addresses' | 'mapped'> {
  const classed = addresses.map((address): HostAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
    class: classifyAddress(address).class,
  }));
  return { addresses: classed, mapped };
}
