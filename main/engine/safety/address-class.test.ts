import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyAddress, literalAddress, type AddressClass } from './address-class.ts';

/** RFC 6890 §2.2.2 and the later entries of the IANA registry, IPv4. */
const IPV4: readonly (readonly [string, number, AddressClass])[] = [
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'special'],
  ['192.0.2.0', 24, 'special'],
  ['192.31.196.0', 24, 'special'],
  ['192.52.193.0', 24, 'special'],
  ['192.88.99.0', 24, 'special'],
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'special'],
  ['198.18.0.0', 15, 'special'],
  ['198.51.100.0', 24, 'special'],
  ['203.0.113.0', 24, 'special'],
  ['224.0.0.0', 4, 'special'],
  ['240.0.0.0', 4, 'special'],
];

/** RFC 6890 §2.2.3 and the later entries of the IANA registry, IPv6, without those that embed. */
const IPV6: readonly (readonly [string, number, AddressClass])[] = [
  ['64:ff9b:1::', 48, 'special'],
  ['100::', 64, 'special'],
  ['100:0:0:1::', 64, 'special'],
  ['2001::', 23, 'special'],
  ['2001:db8::', 32, 'special'],
  ['2620:4f:8000::', 48, 'special'],
  ['3fff::', 20, 'special'],
  ['5f00::', 16, 'special'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'special'],
  ['ff00::', 8, 'special'],
];

/** Prefixes that carry an IPv4 address, as RFC 4291, RFC 6052 and RFC 3056 lay them out. */
const SHELLS: readonly ((pair: string) => string)[] = [
  (pair) => `::ffff:${pair}`,
  (pair) => `64:ff9b::${pair}`,
  (pair) => `2002:${pair}::1`,
];

const bits4 = (address: string) =>
  address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
const text4 = (bits: bigint) =>
  [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join('.');
const pair6 = (bits: bigint) => `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
const text6 = (bits: bigint) =>
  Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(
    ':',
  );
function bits6(address: string): bigint {
  const groups = address.replace('::', '').split(':').filter(Boolean);
  const all = [...groups, ...Array<string>(8 - groups.length).fill('0')];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}
/** Any address in a range. */
const within = (base: bigint, length: number, width: number) =>
  fc.bigInt({ min: 0n, max: (1n << BigInt(width - length)) - 1n }).map((host) => base | host);

describe('E2: every special-use range of RFC 6890 has its class', () => {
  test.each(IPV4)('%s/%i is %s', (base, length, expected) => {
    fc.assert(
      fc.property(within(bits4(base), length, 32), (bits) => {
        expect(classifyAddress(text4(bits)).class).toBe(expected);
      }),
    );
  });

  test.each(IPV6)('%s/%i is %s', (base, length, expected) => {
    fc.assert(
      fc.property(within(bits6(base), length, 128), (bits) => {
        expect(classifyAddress(text6(bits)).class).toBe(expected);
        expect(classifyAddress(`[${text6(bits)}]`).class).toBe(expected);
      }),
    );
  });

  test('0.0.0.0/8 is special, but the unspecified address itself is this machine', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: (1n << 24n) - 1n }), (host) => {
        expect(classifyAddress(text4(host)).class).toBe('special');
      }),
    );
    expect(classifyAddress('0.0.0.0').class).toBe('loopback');
    expect(classifyAddress('::').class).toBe('loopback');
    expect(classifyAddress('::1').class).toBe('loopback');
  });

  test('an IPv4 address inside IPv6 has the class that it has outside', () => {
    const any = fc.bigInt({ min: 0n, max: (1n << 32n) - 1n });
    const known = fc
      .constantFrom(...IPV4)
      .chain(([base, length]) => within(bits4(base), length, 32));
    fc.assert(
      fc.property(fc.oneof(any, known), fc.constantFrom(...SHELLS), (bits, shell) => {
        expect(classifyAddress(shell(pair6(bits)))).toEqual(classifyAddress(text4(bits)));
      }),
    );
  });

  test('only 2000::/3 can be public in IPv6', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (bits) => {
        const outside = bits >> 125n !== 1n;
        const embeds = bits >> 32n === 0xffffn || bits >> 32n === 0x64_ff9bn << 64n;
        fc.pre(outside && !embeds);
        expect(classifyAddress(text6(bits)).class).not.toBe('public');
      }),
    );
  });
});

test.each(['8.8.8.8', '160.79.104.10', '2606:4700::1111', '[2a00:1450::1]', '::ffff:8.8.8.8'])(
  'E2: %s is public',
  (address) => expect(classifyAddress(address).class).toBe('public'),
);

test.each(['fe80::1%eth0', '[fe80::1]'])('E2: a zone or brackets do not hide %s', (address) => {
  expect(classifyAddress(address).class).toBe('link-local');
});

test('E2: text that is no address in plain form is special, never public', () => {
  const odd = [
    '',
    '0177.0.0.1',
    '0x8.8.8.8',
    '8.8',
    '134744072',
    '8.8.8.8.',
    ' 8.8.8.8',
    '::%',
    'a',
  ];
  for (const text of odd) expect(classifyAddress(text).class).toBe('special');
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^[\d.]+$|:/u.test(text)),
      (text) => {
        expect(classifyAddress(text).class).toBe('special');
      },
    ),
  );
});

test('E2: octal, hexadecimal and short forms of a host are seen through by the URL parser', () => {
  const forms = [
    '0177.0.0.1',
    '0x7f.1',
    '2130706433',
    '127.1',
    '127.0.0.1.',
    '0x7F000001',
    '①27.1',
  ];
  for (const form of forms) {
    const literal = literalAddress(new URL(`http://${form}/`).hostname);
    expect(literal).toBe('127.0.0.1');
  }
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }), fc.nat(3), (bits, form) => {
      const octets = text4(bits).split('.').map(Number);
      const written = [
        String(bits),
        `0x${bits.toString(16)}`,
        octets.map((octet) => `0${octet.toString(8)}`).join('.'),
        octets.map((octet) => `0x${octet.toString(16)}`).join('.'),
      ][form];
      expect(literalAddress(new URL(`http://${written}/`).hostname)).toBe(text4(bits));
    }),
  );
});

test('a host name is no literal address', () => {
  expect(literalAddress('mcp.example.com')).toBeNull();
  expect(literalAddress('localhost')).toBeNull();
  expect(literalAddress('[::1]')).toBe('::1');
});
