import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proxySettings } from './proxy-settings.ts';

test('E7: the proxy variables that are set are told in a fixed order', () => {
  const env = { HTTP_PROXY: 'http://p.example:3128', no_proxy: 'localhost,.lan', https_proxy: '' };
  expect(proxySettings(env)).toEqual([
    { variable: 'HTTP_PROXY', value: 'http://p.example:3128' },
    { variable: 'no_proxy', value: 'localhost,.lan' },
  ]);
  expect(proxySettings({})).toEqual([]);
});

test.each([
  ['http://ada:pass@p.example:3128/', 'http://***@p.example:3128/'],
  ['ada:pass@p.example:3128', '***@p.example:3128'],
  ['http://ada:p@ss@p.example', 'http://***@p.example'],
  ['socks5h://token@p.example', 'socks5h://***@p.example'],
])('E7: %s is told as %s', (value, expected) => {
  expect(proxySettings({ HTTPS_PROXY: value })).toEqual([
    { variable: 'HTTPS_PROXY', value: expected },
  ]);
});

test('E7: no password is ever in what is told', () => {
  const secret = 'S3CRET-marker';
  const parts = fc.record({
    scheme: fc.constantFrom('', 'http://', 'HTTPS://', 'socks5://'),
    user: fc.string(),
    tail: fc.string(),
  });
  fc.assert(
    fc.property(parts, ({ scheme, user, tail }) => {
      const value = `${scheme}${user}:${secret}@p.example/${tail.replaceAll('@', '')}`;
      expect(JSON.stringify(proxySettings({ ALL_PROXY: value }))).not.toContain(secret);
    }),
  );
});
