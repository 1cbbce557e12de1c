import type { HostFacts } from '../ports.ts';
import { literalAddress } from '../safety/address-class.ts';
import { localityOf, portOf } from '../safety/url-locality.ts';

/** What was seen of the host of a URL, or null where it was not looked at. */
export function factsOf(hosts: readonly HostFacts[], url: string): HostFacts | null {
  const { hostname } = new URL(url);
  const port = portOf(new URL(url));
  return hosts.find((one) => one.host === hostname && one.port === port) ?? null;
}

/** Why hosted Claude cannot use the addresses of a host, although its name looks public. */
export type AddressTrouble =
  /** None is on the open internet. */
  | 'inside'
  /** Some are, some are not. */
  | 'mixed'
  /** All are, and none is IPv4. */
  | 'ipv6-only'
  /** A program on this machine answers in the resolver's place, so nothing is known. */
  | 'stand-in';

/** RFC 2544's range, which local proxies hand out for every name ("fake IP"). */
const STAND_IN = /^198\.1[89]\./u;

/**
 * Judges the resolver's answers as hosted Claude would: one that is not public spoils all, and
 * without IPv4 there is no way (clients.md, fact 8).
 * @returns null where nothing is wrong with them, where DNS was not asked (--connect-to) or gave
 *   nothing, and for names and literals that are local by their spelling (F05)
 */
export function addressTrouble({ host, addresses, mapped }: HostFacts): AddressTrouble | null {
  if (mapped || addresses.length === 0 || localityOf(host) !== 'public') return null;
  const inside = addresses.filter((one) => one.class !== 'public');
  if (literalAddress(host) === null && inside.some(({ address }) => STAND_IN.test(address)))
    return 'stand-in';
  if (inside.length > 0) return inside.length === addresses.length ? 'inside' : 'mixed';
  return addresses.every(({ family }) => family === 6) ? 'ipv6-only' : null;
}

/**
 * Can hosted Claude be concerned at all? By its name the server is public, and nothing that was
 * seen of its addresses says otherwise.
 */
export function isPublicServer(url: string, hosts: readonly HostFacts[]): boolean {
  if (localityOf(new URL(url).hostname) !== 'public') return false;
  const facts = factsOf(hosts, url);
  const trouble = facts === null ? null : addressTrouble(facts);
  return trouble !== 'inside' && trouble !== 'mixed';
}
