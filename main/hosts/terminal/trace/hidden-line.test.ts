import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_LINE, typeHidden } from './hidden-line.ts';

const type = (...chunks: string[]) => chunks.reduce(typeHidden, EMPTY_LINE);

describe('a line typed without being shown', () => {
  test.each([
    ['pasted with Enter', ['http://localhost/?code=1\r'], 'http://localhost/?code=1'],
    ['pasted in pieces', ['http://local', 'host/\r'], 'http://localhost/'],
    ['broken by line ends on the way', ['http://local\r\nhost/\r'], 'http://localhost/'],
    ['between the marks of a paste', ['\u001b[200~abc\u001b[201~', '\r'], 'abc'],
    ['with a mistake taken back', ['abx\u007fc\n'], 'abc'],
    ['begun anew', ['wrong\u0015right\n'], 'right'],
    ['with arrow keys', ['a\u001b[D\u001b[Cb\n'], 'ab'],
  ])('%s', (_, chunks, text) => expect(type(...chunks)).toEqual({ text, state: 'entered' }));

  test('Ctrl-C interrupts, Ctrl-D ends an empty line only', () => {
    expect(type('abc', '\u0003').state).toBe('interrupted');
    expect(type('\u0004').state).toBe('ended');
    expect(type('abc\u0004').state).toBe('typing');
  });

  test('H13: whatever is pasted, no control character is in the line', () => {
    const keys = fc.constantFrom('\u001b[200~', '\u001b', '\r', '\n', '\u0004', '\u007f', '\t');
    fc.assert(
      fc.property(fc.array(fc.oneof(keys, fc.string({ unit: 'binary' }))), (chunks) => {
        expect(type(...chunks).text).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
  });
});
