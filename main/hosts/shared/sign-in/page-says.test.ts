import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownWords } from './page-says.ts';

test.each([
  ['Error 403: disallowed_useragent', 'disallowed_useragent'],
  ['AADSTS50011: The redirect URI specified', 'AADSTS50011; redirect uri'],
  ['This browser or app may not be secure. Learn more', 'this browser or app may not be secure'],
  ['Error 400: redirect_uri_mismatch redirect_uri_mismatch', 'redirect_uri_mismatch'],
  ['Something went wrong. ofid_0a1b2c3d4e5f', 'ofid_0a1b2c3d4e5f; something went wrong'],
  ['Welcome back, Ada Lovelace (ada@example.com)', ''],
  ['', ''],
])('of “%s” the window says “%s”', (text, said) => {
  expect(knownWords(text)).toBe(said);
});

test('F1: nothing that is in no table leaves the window, whatever a page holds', () => {
  const known = knownWords('access_denied access denied');
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[A-Z0-9]{12,30}$/), (before, secret) => {
      const said = knownWords(`${before} ${secret} access_denied access denied`);
      expect(said.includes(secret)).toBe(/^AADSTS\d{4,7}$/.test(secret));
      expect(said.length).toBeLessThanOrEqual(400);
    }),
  );
  expect(known).toBe('access_denied; access denied');
});

test('H7: a page of a megabyte is read in no time to speak of', () => {
  const long = 'AADSTS ofid_ ERR_ redirect_'.repeat(40_000);
  const start = performance.now();
  expect(knownWords(long).length).toBeLessThanOrEqual(400);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('more than fits is cut at a whole word', () => {
  const codes = Array.from({ length: 60 }, (_one, i) => `AADSTS${1000 + i}`).join(' ');
  const said = knownWords(codes);
  expect(said.length).toBeLessThanOrEqual(400);
  expect(said.split('; ').every((one) => /^AADSTS\d{4}$/.test(one))).toBe(true);
});
