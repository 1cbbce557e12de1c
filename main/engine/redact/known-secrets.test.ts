import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../contract/report.ts';
import { withoutKnownSecrets } from './known-secrets.ts';

/** A report of one registration that was answered so, and a text in which something is repeated. */
function shown(body: string, text: string): string {
  const report = { targets: [{ trace: [{ response: { body } }], text }] } as unknown as Report;
  const [target] = withoutKnownSecrets(report).targets as unknown as { text: string }[];
  return target!.text;
}
const given = (secret: string) => JSON.stringify({ client_id: 'abcdefgh', client_secret: secret });
const SECRET = 'planted-0123456789-abcdef';

test.each([
  [`the client ${SECRET} is gone`, 'the client … is gone'],
  [`cut in ${SECRET.slice(0, 18)}… here`, 'cut in …… here'],
  ['nothing here', 'nothing here'],
  ['the client abcdefgh stays', 'the client abcdefgh stays'],
])('H5: %s', (text, expected) => {
  expect(shown(given(SECRET), text)).toBe(expected);
});

test('H5: also where an answer was cut, escaped, or the value is spelled for an address', () => {
  expect(shown(`{"registration_access_token": "${SECRET}`, SECRET)).toBe('…');
  expect(shown('{"client_secret":"a\\/b\\u003dcdef"}', 'x a/b=cdef a%2Fb%3Dcdef')).toBe('x … …');
  expect(shown('{"client_secret":"abcdefg\\u00', 'x abcdefg\\u00')).toBe('x …');
});

test('a value of a few letters is an ordinary word', () => {
  expect(shown(given('abc'), 'abc')).toBe('abc');
});

test('H5: no text holds a known secret any more, wherever it stood', () => {
  const secret = fc.string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 40 });
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (one, before, after) => {
      fc.pre(!one.includes('…'));
      expect(shown(given(one), before + one + after)).not.toContain(one);
    }),
  );
});
