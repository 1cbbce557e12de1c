import { describe, expect, test } from 'vitest';
import { terminalStyle } from './terminal-style.ts';

const terminal = { isTTY: true, columns: 120 };

describe('what the terminal can show', () => {
  test('colour only on a terminal', () => {
    expect(terminalStyle(terminal, {}).red('x')).not.toBe('x');
    expect(terminalStyle({ columns: 120 }, {}).red('x')).toBe('x');
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('no colour with %j', (env) => {
    expect(terminalStyle(terminal, env).red('x')).toBe('x');
  });

  test.each([
    [undefined, 80],
    [20, 40],
    [72, 72],
    [300, 100],
  ])('%s columns are shown within %d', (columns, width) => {
    const stream = columns === undefined ? {} : { columns };
    expect(terminalStyle(stream, {}).width).toBe(width);
  });

  test('plain letters where the locale is plain', () => {
    expect(terminalStyle(terminal, { LANG: 'C' }).marks.blocked).toBe('X');
    expect(terminalStyle(terminal, { LANG: 'de_DE.UTF-8' }).marks.blocked).toBe('■');
  });
});
