import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactUrl } from './url.ts';

describe('redactUrl', () => {
  test.each([
    ['https://mcp.acme.dev/mcp', 'https://mcp.acme.dev/mcp'],
    ['https://mcp.acme.dev/mcp?v=2', 'https://mcp.acme.dev/mcp?v=2'],
    ['https://ada:s3cret@mcp.acme.dev/mcp', 'https://…@mcp.acme.dev/mcp'],
    ['https://ada@mcp.acme.dev/mcp', 'https://…@mcp.acme.dev/mcp'],
    ['https://x.dev/mcp?token=abc&v=2', 'https://x.dev/mcp?token=…&v=2'],
    ['https://x.dev/mcp?api%5Fkey=abc', 'https://x.dev/mcp?api%5Fkey=…'],
    [
      'https://x.dev/cb?code=c1&state=s1&iss=https://as.dev',
      'https://x.dev/cb?code=…&state=…&iss=https://as.dev',
    ],
    [
      'https://x.dev/cb#access_token=abc&token_type=Bearer',
      'https://x.dev/cb#access_token=…&token_type=…',
    ],
    ['https://x.dev/mcp#part', 'https://x.dev/mcp#…'],
    ['https://x.dev/s/Zk3f9Qa7Lm2Xw8Rt5Yb1/mcp', 'https://x.dev/s/…/mcp'],
    [
      'https://x.dev/t/0c9f0e6e-3f3e-4c3a-9d0c-0f7a5be0a111/mcp',
      'https://x.dev/t/0c9f0e6e-3f3e-4c3a-9d0c-0f7a5be0a111/mcp',
    ],
    ['https://ada:p/w@x.dev/mcp', '…@x.dev/mcp'],
    ['ht\ntps://ada:pw@x.dev/mcp', 'ht\ntps://…@x.dev/mcp'],
    ['https://${USER}:${PASS}@x.dev', 'https://…@x.dev'],
    ['https://x.dev/a?next=https%3A%2F%2Fy.dev%2F%3Ftoken%3Dabc', 'https://x.dev/a?next=…'],
    ['', ''],
  ])('H2: %j becomes %j', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  const secret = fc.stringMatching(/^[a-z0-9]{12,24}$/);

  test('H2: user information never comes out, whatever stands around it', () => {
    const around = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(around, secret, secret, (url, user, password) => {
        const planted = url.replace('://', `://${user}:${password}@`);
        const shown = redactUrl(planted);
        expect(shown).not.toContain(`${user}:`);
        expect(shown).not.toContain(password);
      }),
    );
  });

  test('H2: a secret parameter never comes out, wherever it stands', () => {
    const name = fc.constantFrom(
      'token',
      'access_token',
      'apiKey',
      'X-Api-Key',
      'code',
      'client_secret',
      'sig',
    );
    const others = fc.array(fc.stringMatching(/^[a-z]{1,5}=[a-z]{0,5}$/), { maxLength: 3 });
    fc.assert(
      fc.property(
        others,
        name,
        secret,
        others,
        fc.constantFrom('?', '#'),
        (left, key, value, right, mark) => {
          const shown = redactUrl(
            `https://x.dev/mcp${mark}${[...left, `${key}=${value}`, ...right].join('&')}`,
          );
          expect(shown).not.toContain(value);
          expect(shown).toContain(key);
        },
      ),
    );
  });

  test('never throws and covers a covered address no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = redactUrl(text);
        expect(redactUrl(once).length).toBeLessThanOrEqual(Math.max(once.length, 1));
      }),
    );
  });
});
