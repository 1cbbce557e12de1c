import { describe, expect, test } from 'vitest';
import { isOwnSender } from './is-own-sender.ts';

function windowAt(url: string) {
  const frame = { url: () => url };
  return { frame, own: { mainFrame: () => frame } };
}

describe('isOwnSender', () => {
  test('B1: takes calls of the top frame of our own page', () => {
    const { frame, own } = windowAt('https://companion.invalid/#/servers');
    expect(isOwnSender({ page: own, frame }, own)).toBe(true);
  });

  test.each([
    'about:blank',
    '',
    'https://companion.invalid.example.com/',
    'https://companion.invalid:8443/',
    'http://companion.invalid/',
    'chrome-error://chromewebdata/',
    'data:text/html,hello',
  ])('B1: refuses a page at "%s"', (url) => {
    const { frame, own } = windowAt(url);
    expect(isOwnSender({ page: own, frame }, own)).toBe(false);
  });

  test('B1: refuses a frame inside our page, another page and a frame that is gone', () => {
    const { frame, own } = windowAt('https://companion.invalid/');
    const other = windowAt('https://companion.invalid/');
    expect(isOwnSender({ page: own, frame: other.frame }, own)).toBe(false);
    expect(isOwnSender({ page: other.own, frame }, own)).toBe(false);
    expect(isOwnSender({ page: own, frame: null }, own)).toBe(false);
  });
});
