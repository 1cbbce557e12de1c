import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateExternalUrl } from './external-url.ts';

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/a/b?x=1&y=2#part', 'https://example.com/a/b?x=1&y=2#part'],
  ['HTTPS://EXAMPLE.COM/A', 'https://example.com/A'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['http://127.0.0.1:8123/x', 'http://127.0.0.1:8123/x'],
  ['http://[::1]/x', 'http://[::1]/x'],
  ['http://localhost:1/', 'http://localhost:1/'],
];

const REFUSED: readonly (readonly [string, string])[] = [
  ['', 'not a URL'],
  ['example.com', 'not a URL'],
  ['//example.com', 'not a URL'],
  ['javascript:alert(1)', 'not https'],
  ['JaVaScRiPt:alert(1)', 'not https'],
  ['data:text/html,x', 'not https'],
  ['vbscript:x', 'not https'],
  ['file:///etc/passwd', 'not https'],
  ['smb://host/share', 'not https'],
  ['ms-msdt:/id', 'not https'],
  ['search-ms:query=x', 'not https'],
  ['mailto:a@example.com', 'not https'],
  ['blob:https://example.com/1', 'not https'],
  ['http://example.com/', 'not https'],
  ['http://localhost.example.com/', 'not https'],
  ['http://127.0.0.1.example.com/', 'not https'],
  ['\\\\host\\share', 'not a URL'],
  ['https://user@example.com/', 'credentials'],
  ['https://user:word@example.com/', 'credentials'],
  ['https://example.com/$(calc)', 'shell characters'],
  ['https://example.com/?a=$(calc)', 'shell characters'],
  ['https://example.com/?a=`calc`', 'shell characters'],
  ["https://example.com/';calc;'", 'shell characters'],
  ['https://example.com/a&calc', 'shell characters'],
  ['https://example.com/#a&calc', 'shell characters'],
  ['https://example.com/?a|calc', 'shell characters'],
  ['https://example.com/?a^b', 'shell characters'],
  ['https://example.com/\r\nSet-Cookie: x', 'control or hidden characters'],
  ['https://exa\tmple.com/', 'control or hidden characters'],
  [' https://example.com/', 'control or hidden characters'],
  ['https://example.com/\u0000', 'control or hidden characters'],
  ['https://example.com/%00', 'control or hidden characters'],
  ['https://example.com/%0d%0aX', 'control or hidden characters'],
  ['https://example.com/\u202egnp.exe', 'control or hidden characters'],
  ['https://example.com/%e2%80%aegnp.exe', 'control or hidden characters'],
  ['https://example.com/%ff', 'control or hidden characters'],
  [`https://example.com/${'a'.repeat(1_000_000)}`, 'too long'],
  // Under the limit as text and over it once each letter is percent-encoded.
  [`https://example.com/${'ä'.repeat(3000)}`, 'too long'],
];

describe('an address for the system browser', () => {
  test.each(ACCEPTED)('C3: %s is opened in its serialised form', (text, href) => {
    expect(validateExternalUrl(text)).toEqual({ ok: true, href });
  });

  test.each(REFUSED.map(([text, reason]) => [text.slice(0, 60), text, reason] as const))(
    'C3: %j is refused',
    (_, text, reason) => {
      expect(validateExternalUrl(text)).toEqual({ ok: false, reason });
    },
  );

  const hostile = fc.constantFrom(
    'javascript:',
    'data:',
    'file:',
    'vbscript:',
    'ms-word:',
    '$(calc)',
    '`calc`',
    '&calc',
    '\r\n',
    '\u0000',
    '\u202e',
    '%00',
    '%0a',
    '"',
    "'",
    ';',
    '|',
    '\\',
    '@',
    '#',
    '?',
    '//',
    ' ',
    '..',
  );
  const piece = fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 }));
  const address = fc
    .tuple(fc.constantFrom('', 'https://', 'http://', 'https://example.com/'), fc.array(piece))
    .map(([start, pieces]) => start + pieces.join(''));

  test('C3: whatever is let through is a plain web address that parses back to itself', () => {
    fc.assert(
      fc.property(address, (text) => {
        const result = validateExternalUrl(text);
        if (!result.ok) return;
        const url = new URL(result.href);
        expect(url.href).toBe(result.href);
        expect(url.username + url.password).toBe('');
        expect(result.href).toMatch(
          /^(https:\/\/|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\/)/,
        );
        expect(result.href).toMatch(/^[\x21-\x7e]{1,8191}$/);
        expect(result.href).not.toMatch(/[`$();'"<>|\\^{}]/);
        expect(result.href.split('?')[0]).not.toContain('&');
      }),
      { numRuns: 2000 },
    );
  });

  test('C3: an accepted address stays accepted in the form that is opened', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const first = validateExternalUrl(text);
        if (first.ok) expect(validateExternalUrl(first.href)).toEqual(first);
      }),
    );
  });
});
