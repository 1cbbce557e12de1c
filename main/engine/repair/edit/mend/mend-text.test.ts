import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendText } from './mend-text.ts';

const SECRET = 'sk-planted-0123456789abcdef';
const mended = (text: string) => {
  const result = mendText(text);
  return result.kind === 'mended' ? [result.text, ...result.notes] : result.reason;
};

describe('what is broken in one way only is mended', () => {
  test.each([
    ['{"a": 1,}', '{"a": 1}', 'Line 1: a comma too many was removed.'],
    ['{"a": [1, 2,]}', '{"a": [1, 2]}', 'Line 1: a comma too many was removed.'],
    ['{"a": 1,, "b": 2}', '{"a": 1, "b": 2}', 'Line 1: a comma too many was removed.'],
    ['{"a": 1 "b": 2}', '{"a": 1, "b": 2}', 'Line 1: a missing comma was added.'],
    ['{\n  "a": 1\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2\n}', 'Line 2: a missing comma was added.'],
    ['{"a": {"b": 1}', '{"a": {"b": 1}}', 'Line 1: a missing bracket was added.'],
    [
      '{\r\n  "a": {\r\n    "b": [1\r\n',
      '{\r\n  "a": {\r\n    "b": [1\r\n    ]\r\n  }\r\n}\r\n',
      'Line 4: a missing bracket was added.',
    ],
    ['{"a": 1}}', '{"a": 1}', 'Line 1: a bracket too many was removed.'],
    ['{a: 1}', '{"a": 1}', 'Line 1: missing quotation marks were added.'],
    ['{“a”: “b c”}', '{"a": "b c"}', 'Line 1: quotation marks were replaced.'],
    ["{'a': 'b'}", '{"a": "b"}', 'Line 1: quotation marks were replaced.'],
    ['{"a" 1}', '{"a": 1}', 'Line 1: a missing colon was added.'],
    ['{"a": True}', '{"a": true}', 'Line 1: a word of Python was written as in JSON.'],
    ['{"a": 1 // why\n}', '{"a": 1 \n}', 'Line 1: a comment was removed.'],
    ['{\r\n  # why\r\n  "a": 1\r\n}', '{\r\n  \r\n  "a": 1\r\n}', 'Line 2: a comment was removed.'],
    [
      String.raw`{"c": "C:\Users\x"}`,
      String.raw`{"c": "C:\\Users\\x"}`,
      'Line 1: backslashes of a path were doubled.',
    ],
    [
      '"mcpServers": {"a": {}}',
      '{"mcpServers": {"a": {}}}',
      'Line 1: a missing bracket was added.',
    ],
  ])('%s', (broken, whole, note) => {
    expect(mended(broken)).toEqual([whole, note]);
  });

  test('what is not broken stays letter by letter', () => {
    const text = '{ "a" :1 ,\n\t"b":[ ] }\n';
    expect(mended(text)).toEqual([text]);
  });
});

describe('what could be meant in two ways is refused, with its place', () => {
  test.each([
    ['{"a": 1}\n{"b": 2}', /one object/],
    ['{"a": 1}{"b": 2}', /too broken/],
    ['<<<<<<< HEAD\n{"a": 1}\n=======\n{"a": 2}\n>>>>>>> x', /merge conflict .*line 1, column 1/],
    ['{"a": "x', /no end.*line 1, column 7/],
    ['{"a": "x\n}', /no end.*line 1, column 7/],
    ['{"a": NaN}', /does not know.*column 7/],
    ['{"a": undefined}', /does not know/],
    ['{"a": 1; "b": 2}', /no JSON.*column 7/],
    ['{"a": "x" + "y"}', /no JSON.*column 11/],
    ['{"a":', /more than one way/],
    ['{"a": 1, ...}', /more than one way/],
    ['{"u": https://a.example/mcp}', /more than one way/],
    ['hello', /one object/],
    ['[{"a": 1,}]', /one object/],
    ['', /empty/],
    ['  \n', /empty/],
  ])('%s', (text, reason) => {
    expect(mended(text)).toEqual(expect.stringMatching(reason));
  });
});

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.integer({ min: -999, max: 999 }),
  fc.boolean(),
  fc.array(name, { maxLength: 3 }),
);
const config = fc.dictionary(name, fc.dictionary(name, value, { maxKeys: 4 }), {
  minKeys: 1,
  maxKeys: 4,
});

/** One way to break a file each; null where this file cannot be broken so. */
const BREAKS: Readonly<Record<string, (text: string) => string | null>> = {
  'the last bracket is gone': (text) => text.slice(0, -1),
  'a comma before the last bracket': (text) => `${text.slice(0, -1).trimEnd()},\n}`,
  'a comment at the top': (text) => `// ours\n${text}`,
  'a comment at the end': (text) => `${text} /* ours */`,
  'a bracket too many': (text) => `${text}}`,
  'a comma missing between lines': (text) =>
    text.includes('},\n') ? text.replace('},\n', '}\n') : null,
};

describe('a file that was whole before it was broken is whole again', () => {
  test.each(Object.entries(BREAKS))('%s', (_, breaks) => {
    fc.assert(
      fc.property(config, fc.constantFrom(0, 2, '\t'), (whole, indent) => {
        const broken = breaks(JSON.stringify(whole, null, indent));
        if (broken === null) return;
        const result = mendText(broken);
        expect(result.kind).toBe('mended');
        if (result.kind === 'mended') expect(JSON.parse(result.text)).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });
});

test('whatever comes in, it ends, and what it calls mended is one object with the same content', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '“',
    '\\',
    '\n',
    '//',
    '/*',
    '#',
    ' ',
    'a',
    '1',
    'null',
    '"x"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const result = mendText(pieces.join(''));
      if (result.kind === 'problem') expect(result.reason).toMatch(/\.$/);
      else expect(typeof JSON.parse(result.text)).toBe('object');
    }),
    { numRuns: 4000 },
  );
});

test('H3: no note and no reason holds a value', () => {
  const broken = [
    `{"env": {"A": "${SECRET}",}}`,
    `{"env": {"A": '${SECRET}'}}`,
    `{"A": "${SECRET}`,
    `{"A": ${SECRET}; }`,
  ];
  for (const text of broken) {
    const result = mendText(text);
    const said = result.kind === 'mended' ? result.notes.join('\n') : result.reason;
    expect(said).not.toContain('planted');
  }
});

test('H7: twice the text takes no more than about twice the time', () => {
  const text = (count: number) => `{"a": [${'{"b": "c"},\n'.repeat(count)}],}`;
  const time = (count: number) => {
    const from = performance.now();
    mendText(text(count));
    return performance.now() - from;
  };
  time(2000);
  const [one, two] = [20_000, 80_000].map((count) => Math.min(time(count), time(count)));
  expect(two! / one!).toBeLessThan(12);
});
