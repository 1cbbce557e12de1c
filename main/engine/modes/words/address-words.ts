import type { HostAddress } from '../../ports.ts';
import type { AddressClass } from '../../safety/address-class.ts';

const WORDS: Readonly<Record<AddressClass, string>> = {
  public: 'on the open internet',
  loopback: 'this machine itself',
  private: 'a private network',
  'link-local': 'the local link',
  special: 'reserved, not a server’s',
};

/** `10.0.0.7 (a private network), 93.184.216.34 (on the open internet)`. */
export function addressWords(addresses: readonly HostAddress[]): string {
  return addresses.map((one) => `${one.address} (${WORDS[one.class]})`).join(', ');
}
