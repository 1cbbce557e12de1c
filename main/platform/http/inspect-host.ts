import { classifyAddress } from '../../engine/safety/address-class.ts';
import { judgeAddresses, judgeUrl } from '../../engine/safety/outbound-policy.ts';
import { portOf } from '../../engine/safety/url-locality.ts';
import type { HostAddress, HostFacts, HttpRequest } from '../../engine/ports.ts';
import { failureOf } from './failure.ts';
import type { FindTarget, Target } from './target.ts';

/** What an inspection needs of its session. */
export interface InspectContext {
  readonly find: FindTarget;
  /** Every address of the user's own server; empty where it does not resolve. */
  readonly own: () => Promise<readonly string[]>;
}

/**
 * What is known of a host before any request: the answers of the resolver, and the TLS handshake.
 * @returns null where the policy does not let us connect (safety E2)
 */
export async function inspectHost(
  text: string,
  namedBy: HttpRequest['namedBy'],
  context: InspectContext,
): Promise<HostFacts | null> {
  const judged = judgeUrl(text);
  if (!judged.allowed) return null;
  const { url } = judged;
  const named = { host: url.hostname, port: portOf(url) };
  const found = await context.find(named.host, named.port).catch((error: unknown) => {
    const { code, message } = failureOf(error, 'dns');
    return { code, message };
  });
  if ('code' in found)
    return { ...named, addresses: [], mapped: false, dnsFailure: found, tls: null };
  const own = await context.own();
  if (!found.mapped && judgeAddresses(found.addresses, namedBy, own) !== null) return null;
  return { ...named, ...placeOf(found), dnsFailure: null, tls: null };
}

function placeOf({ addresses, mapped }: Target): Pick<HostFacts, 'addresses' | 'mapped'> {
  const classed = addresses.map((address): HostAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
    class: classifyAddress(address).class,
  }));
  return { addresses: classed, mapped };
}
