import ipaddr from 'ipaddr.js';

/**
 * Where an address leads: the open internet, this machine, the local network, the local link, or a
 * range with a special meaning (documentation, benchmarks, multicast, reserved and so on).
 */
export type AddressClass = 'public' | 'loopback' | 'private' | 'link-local' | 'special';

export interface AddressKind {
  readonly class: AddressClass;
  /** Name of the range; tells special ranges apart, which the class does not. */
  readonly range: string;
}

/** Ranges of RFC 6890 and later registrations, by the parser's names, that are not special. */
const CLASS_OF_RANGE: Readonly<Record<string, AddressClass>> = {
  unicast: 'public',
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  // RFC 6598: networks of carriers, and of overlay networks between one person's machines.
  carrierGradeNat: 'private',
  linkLocal: 'link-local',
};

/** IPv6 ranges that carry an IPv4 address: where it begins, in 16-bit groups. */
const EMBEDDING: readonly { readonly prefix: string; readonly at: number }[] = [
  { prefix: '::ffff:0:0/96', at: 6 }, // RFC 4291 §2.5.5.2, IPv4-mapped
  { prefix: '64:ff9b::/96', at: 6 }, // RFC 6052 §2.1, NAT64
  { prefix: '2002::/16', at: 1 }, // RFC 3056 §2, 6to4
];
/** RFC 4291 §2.4: the only part of IPv6 that is assigned as global unicast. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Tells where an IP address leads.
 * @param address an address as a resolver or the URL parser writes it: dotted decimal, or IPv6
 *   with or without brackets or zone. Octal, hexadecimal and short forms are not addresses here:
 *   the URL parser turns them into dotted decimal before (see literalAddress).
 * @returns class and range; text that is no address is `special`, so that it is never let through
 * Rule: safety E2; RFC 6890 and the IANA special-purpose registries as ipaddr.js holds them.
 */
export function classifyAddress(address: string): AddressKind {
  const parsed = parseAddress(address);
  if (parsed === null) return { class: 'special', range: 'not an address' };
  const plain = unwrap(parsed);
  // Connecting to the unspecified address reaches this machine (RFC 1122 §3.2.1.3, in practice).
  if (plain.toByteArray().every((byte) => byte === 0)) {
    return { class: 'loopback', range: 'unspecified' };
  }
  const range = rangeOf(plain);
  return { class: CLASS_OF_RANGE[range] ?? 'special', range };
}

/**
 * The IP address that a URL names literally.
 * @param hostname `hostname` of a parsed URL: the URL parser has already turned 0x7f.1, 0177.0.0.1
 *   and 2130706433 into 127.0.0.1 (WHATWG URL, IPv4 parser)
 * @returns the address without brackets, or null for a name
 */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/u, '$1');
  return parseAddress(bare) === null ? null : bare;
}

function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = address.replace(/^\[(.*)\]$/u, '$1');
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : null;
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!isIpv6(address)) return address;
  const shell = EMBEDDING.find(({ prefix }) => address.match(ipaddr.IPv6.parseCIDR(prefix)));
  if (shell === undefined) return address;
  const start = shell.at * 2;
  return new ipaddr.IPv4(address.toByteArray().slice(start, start + 4));
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range: string = address.range();
  const unassigned = isIpv6(address) && range === 'unicast' && !address.match(GLOBAL_IPV6);
  return unassigned ? 'unassigned' : range;
}

function isIpv6(address: ipaddr.IPv4 | ipaddr.IPv6): address is ipaddr.IPv6 {
  return address.kind() === 'ipv6';
}
