import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SequenceMessage } from '../../../contract/report.ts';
import { LANES } from '../../../contract/words.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { sequenceText } from './sequence-text.ts';
import { BLANK_SIGN_IN, sampleMessage } from './testing/sample-trace.ts';

const style = (columns = 80, env = {}) => terminalStyle({ columns }, env);
const drawn = (messages: readonly SequenceMessage[], columns = 80, env = {}) =>
  sequenceText(messages, style(columns, env)).split('\n');

describe('the sequence diagram', () => {
  test('four lanes, an arrow per message, its words to the right', () => {
    expect(drawn(BLANK_SIGN_IN.messages)).toEqual([
      '  you   client  server    authorization',
      '   │       │       │       │',
      '   │       ├──────>│       │  POST /mcp',
      '   │       │<┄┄┄┄┄┄┤       │  401',
      '   ├───────┼───────┼──────>│  GET /authorize',
      '  [ ]┄┄┄┄┄┄┼┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┤  ■ nothing was ever shown',
      '   │       │       │       │  The answer is 204, which has no page.',
    ]);
  });

  test('in plain letters where the terminal is plain', () => {
    const text = drawn(BLANK_SIGN_IN.messages, 80, { TERM: 'linux' }).join('\n');
    expect(text).toContain('|       |------>|       |  POST /mcp');
    expect(text).toContain('X nothing was ever shown');
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('a loop is a bracket with its count, behind the line of its round', () => {
    const loop = { id: 'l', round: 2, kind: 'loop', from: 'client', to: 'you' } as const;
    const rows = drawn([
      sampleMessage(),
      sampleMessage({ ...loop, text: 'again, 2 of 2', state: 'wrong' }),
    ]);
    expect(rows.at(-2)).toMatch(/^── round 2 ─+$/);
    expect(rows.at(-1)).toBe('   └───────────────────────┘  ■ again, 2 of 2');
  });

  test('a page and a note have their own marks', () => {
    const page = sampleMessage({ kind: 'page', from: 'authorization', to: 'you', text: 'a page' });
    const note = sampleMessage({ kind: 'note', from: 'client', to: 'client', text: 'the scope' });
    const text = drawn([page, note]).join('\n');
    expect(text).toContain('[=]┄');
    expect(text).toContain('│       *       │       │  the scope');
  });

  test('no messages, no diagram', () => expect(sequenceText([], style())).toBe(''));

  test('says the same with colour and without', () => {
    const colour = sequenceText(
      BLANK_SIGN_IN.messages,
      terminalStyle({ isTTY: true, columns: 80 }, {}),
    );
    expect(colour).toContain('\u001b[');
    expect(stripVTControlCharacters(colour)).toBe(sequenceText(BLANK_SIGN_IN.messages, style()));
  });
});

/** Characters of known width, hostile ones among them: those are shown as `\\uXXXX`. */
const WIDTHS: Readonly<Record<string, number>> = { 語: 2, 漢: 2, ä: 1, '│': 1, '“': 1 };
const character = fc.constantFrom(
  ...Object.keys(WIDTHS),
  ...'ab c/:.-?=&%',
  '\n',
  '\r',
  '\t',
  '\u001b[31m',
  '\u0007',
  '\u202e',
  '\u200b',
);
const text = fc.string({ unit: character, maxLength: 200 });
const message: fc.Arbitrary<SequenceMessage> = fc.record({
  id: fc.string(),
  round: fc.nat({ max: 1e9 }),
  atMs: fc.nat(),
  kind: fc.constantFrom('request', 'answer', 'page', 'blank', 'loop', 'note'),
  from: fc.constantFrom(...LANES),
  to: fc.constantFrom(...LANES),
  text,
  state: fc.constantFrom('ok', 'warning', 'wrong', 'waiting'),
  says: fc.option(text),
  exchange: fc.constant(null),
});

test('H13: whatever the messages hold, lines stay in the width and hold no hidden character', () => {
  const widthOf = (line: string) => [...line].reduce((sum, one) => sum + (WIDTHS[one] ?? 1), 0);
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), fc.nat({ max: 200 }), (messages, columns) => {
      const width = style(columns).width;
      for (const line of drawn(messages, columns)) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
      }
    }),
    { numRuns: 300 },
  );
});
