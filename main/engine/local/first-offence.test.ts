import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOffence } from './first-offence.ts';
import { positionsIn } from './text-position.ts';

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('firstOffence points where a person would point', () => {
  test.each([
    ['at the comma, not at the bracket behind it', '{\n  "a": 1,\n}', 'trailing-comma', 2, 9],
    ['at the comma of a list', '[1,\n2,\n\n]', 'trailing-comma', 2, 2],
    ['at the key that needs a comma before it', '{"a": 1\n"b": 2}', 'missing-comma', 2, 1],
    ['at what stands where a colon should', '{"a" 1}', 'missing-colon', 1, 6],
    ['at the bracket where a value should be', '{"a": }', 'missing-value', 1, 7],
    ['at a key that is no text', '{1: 2}', 'missing-key', 1, 2],
    ['at the second comma', '{"a": 1,, "b": 2}', 'missing-key', 1, 9],
    ['at a line comment', '{\n  // x\n}', 'comment', 2, 3],
    ['at a block comment', '{} /* x */', 'comment', 1, 4],
    ['at a smart quote', '{\n “a”: 1}', 'smart-quote', 2, 2],
    ['at a single quote', "{'a': 1}", 'single-quote', 1, 2],
    ['at a no-break space', '{\u00a0"a": 1}', 'invisible', 1, 2],
    ['at the backslash of a Windows path', '{"a": "C:\\Users"}', 'backslash', 1, 10],
    ['at a tab inside a text', '{"a": "b\tc"}', 'control', 1, 9],
    ['at the text that never closes', '{\n"a": "b\n}', 'open-string', 2, 6],
    ['at an unquoted word', '{a: 1}', 'word', 1, 2],
    ['at NaN', '{"a": NaN}', 'word', 1, 7],
    ['at a leading zero', '[01]', 'word', 1, 2],
    ['at the wrong bracket', '{"a": [1}', 'wrong-close', 1, 9],
    ['behind the last character of a file cut off', '{"a": [1,\n2\n\n', 'cut-off', 2, 2],
    ['at what follows the document', '{}\n{}', 'extra', 2, 1],
  ])('%s', (_, text, kind, line, column) => {
    const offence = firstOffence(text);
    expect(offence?.kind).toBe(kind);
    expect(positionsIn(text)(offence?.offset ?? -1)).toEqual({ line, column });
  });

  test('reads any depth', () => {
    expect(firstOffence('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
    expect(firstOffence('['.repeat(100_000))?.kind).toBe('cut-off');
  });
});

const jsonish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .json()
    .chain((text) =>
      fc
        .tuple(
          fc.nat(text.length),
          fc.nat(3),
          fc.constantFrom('', ',', '"', '}', '\\', '0', '-', 'e', '.', '\u0000', '/'),
        )
        .map(([at, drop, put]) => text.slice(0, at) + put + text.slice(at + drop)),
    ),
);

describe('firstOffence agrees with JSON.parse', () => {
  test('on every text, whether there is an offence', () => {
    fc.assert(
      fc.property(jsonish, (text) => {
        expect(firstOffence(text) === null).toBe(isStrict(text));
      }),
      { numRuns: 5000 },
    );
  });
});

/** Faults that a person makes on one line of a pretty-printed file. */
const FAULTS: readonly ((line: string) => string)[] = [
  (line) => `${line} // note`,
  (line) => line.replace('"', '“'),
  (line) => line.replace(/"(?=,?$)/, ''),
  (line) => line.replace(':', ''),
  (line) => `${line},,`,
  (line) => line.replace(/"/, "'"),
];

test('a fault on one line of valid JSON is reported on that line', () => {
  const config = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.stringMatching(/^[a-z ]{0,8}$/),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(config, fc.nat(), fc.constantFrom(...FAULTS), (value, pick, spoil) => {
      const lines = JSON.stringify({ mcpServers: value }, null, 2).split('\n');
      const at = 2 + (pick % Object.keys(value).length);
      const text = lines.map((line, index) => (index === at ? spoil(line) : line)).join('\n');
      const offence = firstOffence(text);
      expect(positionsIn(text)(offence?.offset ?? 0).line).toBe(at + 1);
    }),
  );
});
