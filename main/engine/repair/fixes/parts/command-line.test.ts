import { expect, test } from 'vitest';
import fc from 'fast-check';
import { commandWord, tellCommand } from './command-line.ts';
import { copyableUrl } from './copyable-url.ts';

test.each([
  ['acme', 'linux', 'acme'],
  ["it's", 'linux', "'it'\\''s'"],
  ['a & calc', 'win32', null],
  ['my server', 'win32', '"my server"'],
  ['50%', 'win32', null],
  ['--help', 'linux', null],
  ['a\u202Eb', 'darwin', null],
] as const)('%s on %s is the word %s', (name, os, word) => {
  expect(commandWord(name, os)).toBe(word);
});

test('on Windows no word holds what cmd reads itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const inside = (commandWord(name, 'win32') ?? '').replace(/^"(.*)"$/, '$1');
      expect(inside).not.toMatch(/[&|<>^%!"'`$;\n\r]/);
    }),
  );
});

test('elsewhere the word is one word of a POSIX shell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const word = commandWord(name, 'linux');
      if (word !== null) expect(word).toMatch(/^(?:[\w.@/-]+|'[^']*'(?:\\''[^']*')*)$/s);
    }),
  );
});

test('a name that cannot be copied is left to its user', () => {
  expect(tellCommand('Sign in.', 'win32', 'claude mcp login', 'a & calc')).toMatchObject({
    copy: 'claude mcp login',
  });
});

test.each([
  ['https://a.dev/mcp', 'https://a.dev/mcp'],
  ['https://ada:pw@a.dev/mcp', null],
  ['https://a.dev/mcp\u001b[2J', null],
  ['no address', null],
  [null, null],
])('the address %j is copied as %j', (url, copied) => {
  expect(copyableUrl(url)).toBe(copied);
});
