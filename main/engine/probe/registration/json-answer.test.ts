import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerText } from '../../testing/fake-answers.ts';
import { exchange } from '../../testing/exchange-builders.ts';
import { jsonAnswer } from './json-answer.ts';

const read = (body: string) => jsonAnswer(exchange({ answer: answerText(body, 400) }));

test('a JSON object is read whatever the status, also behind a byte order mark', () => {
  expect(read('{"error":"x"}')).toEqual({ error: 'x' });
  expect(read('\uFEFF{"error":"x"}')).toEqual({ error: 'x' });
});

test.each(['', '[]', 'null', '"text"', '<html>', '{'])('%j is none', (body) => {
  expect(read(body)).toBeNull();
});

test('D20: more than 64 KB is not read, nor is what was cut off or never came', () => {
  expect(read(`{"a":"${'x'.repeat(70_000)}"}`)).toBeNull();
  const cut = { status: 201, headers: [], body: '{}', truncated: true };
  expect(jsonAnswer(exchange({ answer: { kind: 'response', response: cut } }))).toBeNull();
  expect(jsonAnswer(exchange({ answer: 'reset' }))).toBeNull();
});

test('any text is read without falling over', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(typeof read(text)).toBe('object');
    }),
  );
});
