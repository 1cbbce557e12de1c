import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt } from '../../testing/evidence-builders.ts';
import { exchange } from '../../testing/exchange-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import { duplicateMembers } from './duplicate-members.ts';

const of = (text: string) =>
  duplicateMembers({
    ...attempt('path', {}),
    exchanges: [exchange({ answer: answerText(text) })],
  });

test.each([
  ['{"a":1,"b":2}', []],
  ['{"a":1,"b":2,"a":3,"a":4}', ['a']],
  ['\uFEFF{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"a":{"b":1,"b":2}}', []],
  ['{"a":1,"\\u0061":2}', ['a']],
  ['[{"a":1,"a":2}]', []],
])('%s', (text, twice) => {
  expect(of(text)).toEqual(twice);
});

test('D20: no text makes it fall over, and what a JSON writer wrote has nothing twice', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(of(text))));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(of(JSON.stringify(value))).toEqual([]);
    }),
  );
});
