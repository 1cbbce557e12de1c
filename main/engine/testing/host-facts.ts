import type { HostAddress, HostFacts, TlsFacts } from '../ports.ts';
import { classifyAddress } from '../safety/address-class.ts';
import { publicHost } from './healthy-answers.ts';

/** A host at these addresses, classed as the port does it. */
export function hostAt(
  host: string,
  addresses: readonly string[],
  changes: Partial<HostFacts> = {},
): HostFacts {
  const classed = addresses.map((address): HostAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
    class: classifyAddress(address).class,
  }));
  return publicHost(host, { addresses: classed, ...changes });
}

/** A handshake that showed a certificate of this authority. @param code why it was refused, or null */
export function tlsBy(
  issuer: string,
  trustedBy: TlsFacts['trustedBy'],
  code: string | null = null,
): TlsFacts {
  return {
    protocol: 'TLSv1.3',
    sent: [{ subject: 'server', issuer, validFrom: 0, validTo: 0, names: [] }],
    trustedBy,
    failure: code === null ? null : { code, message: `said ${code}` },
  };
}
