import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const DIM = ['\u001B[2m', '\u001B[22m'] as const;

describe('text in lines', () => {
  test('is broken between words, and blanks at the ends of lines go', () => {
    expect(wrapText('one two  three four', 9)).toBe('one two\nthree\nfour');
    expect(wrapText('  one  two ', 9)).toBe('one  two');
  });

  test('keeps its own line feeds, and empty lines', () => {
    expect(wrapText('one\n\ntwo', 9)).toBe('one\n\ntwo');
  });

  test('leaves a long word whole, or breaks it where that is asked for', () => {
    expect(wrapText('see https://a.example/mcp now', 8)).toBe('see\nhttps://a.example/mcp\nnow');
    expect(wrapText('a abcdefgh b', 4, true)).toBe('a\nabcd\nefgh\nb');
  });

  test('counts a wide sign as two columns, a mark and a colour as none', () => {
    expect(['“é”', '日本', 'e\u0301', `${DIM[0]}ab${DIM[1]}`, '👍', '●→─'].map(textWidth)).toEqual([
      3, 4, 1, 2, 2, 3,
    ]);
    expect(wrapText('日本 日本', 4)).toBe('日本\n日本');
  });

  test('a colour ends with its line and goes on in the next', () => {
    const [on, off] = DIM;
    expect(wrapText(`${on}one two${off} three`, 4)).toBe(
      `${on}one\u001B[0m\n${on}two${off}\nthree`,
    );
  });

  test('no line of words that fit is too long, and no word is lost', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 20, max: 40 }), (words, width) => {
        const text = words.join(' ').replaceAll(/\s/g, ' ');
        const lines = wrapText(text, width).split('\n');
        for (const line of lines)
          expect(textWidth(line) <= width || !line.trim().includes(' ')).toBe(true);
        expect(lines.join(' ').split(/ +/).filter(Boolean)).toEqual(
          text.split(/ +/).filter(Boolean),
        );
        const hard = wrapText(text, width, true).split('\n');
        expect(hard.every((line) => textWidth(line) <= width)).toBe(true);
      }),
    );
  });
});
