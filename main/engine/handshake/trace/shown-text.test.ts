import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, hostIn, isBrowsersOwn } from './address.ts';
import { circleIn, addHop, NO_HOPS, type Hops } from './circles.ts';
import { consoleTrouble } from './console-trouble.ts';
import { isBrowserCheck, isEmbeddedRefusal, saysClose, tellsOfError } from './known-words.ts';
import { plain, quoted } from './quoted.ts';

describe('an address as it is told', () => {
  test.each([
    ['https://a.example/b?code=1#c', 'https://a.example/b'],
    ['https://user:pw@a.example/b', 'https://a.example/b'],
    ['cursor://x/y?code=1', 'cursor://x/y'],
    ['data:text/html,secret', 'data:…'],
    ['about:blank', 'about:blank'],
    ['', ''],
  ])('%s is told as %s', (url, told) => {
    expect(addressOf(url)).toBe(told);
  });

  test('H2, H7: whatever it is, it has no query, stays on its line and is short', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (url) => {
        const told = addressOf(url);
        expect(told).not.toMatch(/[?#\n\r]/);
        expect(told.length).toBeLessThanOrEqual(161);
      }),
    );
  });

  test('its host is what names it', () => {
    expect(hostIn('https://a.example:8443/b')).toBe('a.example:8443');
    expect(hostIn('about:blank')).toBe('about:blank');
    expect(isBrowsersOwn('chrome-error://chromewebdata/')).toBe(true);
    expect(isBrowsersOwn('https://a.example/about:blank')).toBe(false);
  });
});

describe('text of a page as it is told', () => {
  test('H2, H13: names, queries and secrets are masked, and it stays on one line', () => {
    expect(quoted('Hello ada@example.com')).toBe('“Hello …”');
    expect(plain('see https://a.example/x?code=abc now')).toBe('see https://a.example/x now');
    expect(plain('Bearer abcdefghijklmnopqrstuvwxyz012345')).not.toContain('abcdefgh');
    expect(plain('one\n two\u202e')).toBe('one two\\u202e');
  });

  test('H7: any text is told in bounded length', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 5_000 }),
        fc.integer({ min: 1, max: 200 }),
        (text, limit) => {
          expect(plain(text, limit).length).toBeLessThanOrEqual(limit + 1);
        },
      ),
    );
  });
});

describe('what a message of the console tells', () => {
  test.each([
    [
      `Refused to send form data to 'https://a/' because it violates: "form-action 'self'"`,
      'form-action',
    ],
    ["The source list for the directive 'form-action' contains an invalid source", null],
    ["[Report Only] violates form-action 'self'", null],
    [`Framing 'https://a/' violates the following directive: "frame-ancestors 'none'"`, 'frame'],
    ["Uncaught TypeError: Cannot read properties of null (reading 'postMessage')", 'opener'],
    ['window.opener is null', 'opener'],
    ['Uncaught ReferenceError: x is not defined', 'script'],
    ['Failed to load resource: the server responded with a status of 404', null],
    ['', null],
  ])('%s: %s', (text, told) => {
    expect(consoleTrouble(text)).toBe(told);
  });

  test('H7: a long message costs no more than a short one', () => {
    expect(consoleTrouble(`${'refused '.repeat(20_000)}form-action`)).toBeNull();
  });
});

describe('known words', () => {
  test('a consent page that names its client is no error', () => {
    expect(tellsOfError('client id; redirect uri; passkey; security key')).toBe(false);
    expect(tellsOfError('redirect_uri; client_id')).toBe(false);
  });

  test.each([
    'invalid_client',
    'AADSTS50011',
    'redirect_uri_mismatch',
    'access denied',
    'ofid_12ab',
  ])('%s is an error', (says) => {
    expect(tellsOfError(says)).toBe(true);
  });

  test('a refusal, a check and a finished page are told apart', () => {
    expect(isEmbeddedRefusal('disallowed_useragent')).toBe(true);
    expect(isEmbeddedRefusal('Sign in to your account')).toBe(false);
    expect(isBrowserCheck('Just a moment...', '')).toBe(true);
    expect(saysClose('', 'you can close this')).toBe(true);
    expect(saysClose('', 'close to you')).toBe(false);
  });
});

describe('circles', () => {
  const walk = (...urls: readonly string[]): Hops =>
    urls.reduce<Hops>((hops, url, index) => addHop(hops, url, index, false), NO_HOPS);

  test('two whole circles and the beginning of a third are one, for every length up to ten', () => {
    for (let length = 1; length <= 10; length += 1) {
      const circle = Array.from({ length }, (_, index) => `https://a.example/${index}`);
      expect(circleIn(walk(...circle, ...circle))).toBeNull();
      expect(circleIn(walk('https://b.example/', ...circle, ...circle, circle[0]!))).toBe(length);
    }
  });

  test('other pages in between are none', () => {
    expect(circleIn(walk('a', 'b', 'a', 'c', 'a', 'b', 'a', 'c'))).toBeNull();
  });

  test('a fresh state does not make another page, a page number does', () => {
    const of = (name: string) => [1, 2, 3].map((n) => `https://a.example/?${name}=${n}`);
    expect(circleIn(walk(...of('state')))).toBe(1);
    expect(circleIn(walk(...of('page')))).toBeNull();
  });
});
