import { expect, test } from 'vitest';
import { knownValuesOf, NOTHING_KNOWN } from './known-values.ts';
import { createRedactor } from './redactor.ts';

const KEY = 'hunter2-and-a-Bit/more+9x';
const home = { home: '/home/ada', user: 'ada', host: 'adas-box' };
const bundle = (texts: readonly string[] = []) =>
  createRedactor({ known: knownValuesOf(texts), places: home, tags: { salt: 's1' } });

test('H8: the same secret has the same tag, in whatever spelling', () => {
  const redactor = bundle([JSON.stringify({ env: { ACME_KEY: KEY } })]);
  const shown = redactor.text(
    `a ${KEY} b ${encodeURIComponent(KEY)} c ${btoa(`x${KEY}`)} d token=${KEY}`,
  );
  const tags = shown.match(/\[secret [0-9a-f]{4}\]/g) ?? [];
  expect(tags).toHaveLength(4);
  expect(new Set(tags).size).toBe(1);
});

test.each([
  ['/home/ada/x', '~/x'],
  ['%2Fhome%2Fada%2Fx', '~%2Fx'],
  ['-home-ada-dev-x', '~-dev-x'],
  ['/home/adam/x', '/home/[user]/x'],
  ['ada@adas-box:~$', '[user]@[host]:~$'],
  ['mail ada.l@example.org now', 'mail [mail 1] now'],
  ['at 192.168.1.20:8080 and 10.0.0.1, 8.8.8.8', 'at [lan 1]:8080 and [lan 2], 8.8.8.8'],
  ['fe80::1%en0 fd12:3456::1', '[lan 1] [lan 2]'],
])('H6: %s', (text, shown) => {
  expect(bundle().text(text)).toBe(shown);
});

test('H6: Windows', () => {
  const redactor = createRedactor({
    known: NOTHING_KNOWN,
    places: { home: 'C:\\Users\\ada', user: 'ada', host: null },
    tags: 'plain',
  });
  for (const one of [
    'C:\\Users\\ada',
    'C:\\\\Users\\\\ada',
    'c:/Users/ada',
    'C%3A%5CUsers%5Cada',
    'C--Users-ada',
    '/mnt/c/Users/ada',
  ])
    expect(redactor.text(`${one}`)).toBe('~');
});

test('scan', () => {
  const redactor = bundle();
  const shown = redactor.text('token=abcdef12 ada@x.org 10.0.0.1 password: x /home/ada');
  expect(redactor.scan(shown)).toEqual([]);
  expect(redactor.scan('x token=abcdef12')).toEqual([{ kind: 'secret', at: 8 }]);
  expect(redactor.counts()).toEqual([
    { kind: 'secret', count: 2 },
    { kind: 'mail address', count: 1 },
    { kind: 'network address', count: 1 },
    { kind: 'home folder', count: 1 },
  ]);
});
