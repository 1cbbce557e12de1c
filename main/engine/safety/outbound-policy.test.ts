import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTBOUND_LIMITS } from './outbound-limits.ts';
import { judgeAddresses, judgeUrl } from './outbound-policy.ts';

const CODES: readonly (readonly [string, string])[] = [
  ['javascript:alert(1)', 'POLICY_SCHEME'],
  ['data:text/html,x', 'POLICY_SCHEME'],
  ['file:///etc/passwd', 'POLICY_SCHEME'],
  ['ftp://example.com/', 'POLICY_SCHEME'],
  ['ms-settings:', 'POLICY_SCHEME'],
  ['ws://example.com/', 'POLICY_SCHEME'],
  ['https://ada@example.com/', 'POLICY_USER_INFO'],
  ['https://:secret@example.com/', 'POLICY_USER_INFO'],
  ['https://exa\tmple.com/', 'POLICY_BAD_URL'],
  ['https://example.com/\r\nHost: evil.example', 'POLICY_BAD_URL'],
  ['https://example.com/\u0000', 'POLICY_BAD_URL'],
  ['//example.com/', 'POLICY_BAD_URL'],
  ['\\\\server\\share', 'POLICY_BAD_URL'],
  ['https://', 'POLICY_BAD_URL'],
  ['', 'POLICY_BAD_URL'],
  [`https://example.com/${'a'.repeat(OUTBOUND_LIMITS.urlLength)}`, 'POLICY_TOO_LONG'],
];

describe('D6: the text of an address decides first', () => {
  test.each(CODES)('%j is refused as %s', (text, code) => {
    expect(judgeUrl(text)).toMatchObject({ allowed: false, refusal: { code } });
  });

  test.each(['https://mcp.example.com/mcp', 'http://127.0.0.1:3000/mcp?a=b#c', 'HTTPS://[::1]/'])(
    '%s may be asked',
    (text) => expect(judgeUrl(text)).toMatchObject({ allowed: true, url: new URL(text) }),
  );

  test('nothing passes but http and https without user info, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (text) => {
        const judged = judgeUrl(text);
        if (!judged.allowed) return;
        expect(judged.url.protocol).toMatch(/^https?:$/u);
        expect(judged.url.username + judged.url.password).toBe('');
      }),
    );
  });
});

const PLACES = {
  public: ['8.8.8.8', '2606:4700::1111'],
  loopback: ['127.0.0.1', '::1', '127.8.8.8', '::ffff:127.0.0.1'],
  private: ['10.0.0.1', '192.168.1.1', 'fd00::1', '100.64.0.1'],
  'link-local': ['169.254.169.254', 'fe80::1'],
  benchmark: ['198.18.0.1', '198.19.255.254'],
  multicast: ['224.0.0.1', '239.255.255.250'],
} as const;
type PlaceName = keyof typeof PLACES;
const NAMES = Object.keys(PLACES) as PlaceName[];
const anyPlace = fc.constantFrom(...NAMES);
const addressOf = (place: PlaceName) => fc.constantFrom<string>(...PLACES[place]);

describe('E2: where an address may lead', () => {
  test('the user may name any place', () => {
    fc.assert(
      fc.property(anyPlace.chain(addressOf), fc.array(anyPlace.chain(addressOf)), (to, own) => {
        expect(judgeAddresses([to], 'user', own)).toBeNull();
      }),
    );
  });

  test('a server may name public places, and places of the kind where the user is', () => {
    const pair = fc.tuple(anyPlace, anyPlace);
    const withAddresses = pair.chain(([from, to]) =>
      fc.tuple(fc.constant(from === to || to === 'public'), addressOf(from), addressOf(to)),
    );
    fc.assert(
      fc.property(withAddresses, ([allowed, own, to]) => {
        expect(judgeAddresses([to], 'server', [own]) === null).toBe(allowed);
      }),
      { numRuns: 500 },
    );
  });

  test('E3: one forbidden answer among many refuses them all', () => {
    const publics = fc.array(addressOf('public'), { maxLength: 5 });
    const inner = anyPlace.filter((place) => place !== 'public').chain(addressOf);
    fc.assert(
      fc.property(publics, inner, publics, (before, bad, after) => {
        const refusal = judgeAddresses([...before, bad, ...after], 'server', ['8.8.8.8']);
        expect(refusal).toMatchObject({ code: 'POLICY_ADDRESS' });
        expect(refusal?.reason).toContain(bad);
      }),
    );
  });

  test('a mixed answer for the host of the user opens nothing inside', () => {
    expect(judgeAddresses(['127.0.0.1'], 'server', ['8.8.8.8', '127.0.0.1'])).not.toBeNull();
    expect(judgeAddresses(['10.0.0.1'], 'server', ['127.0.0.1', '10.0.0.1'])).not.toBeNull();
  });

  test('where the place of the user is not known, only public places may be named', () => {
    expect(judgeAddresses(['127.0.0.1'], 'server', [])).not.toBeNull();
    expect(judgeAddresses(['8.8.8.8'], 'server', [])).toBeNull();
  });
});
