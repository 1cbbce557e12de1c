import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange-builders.ts';
import { answerFailure, answerText } from '../../testing/fake-answers.ts';
import { rpcMessage, rpcResult } from './rpc-result.ts';

const read = (body: string) => rpcResult(exchange({ answer: answerText(body) }));
const RESULT = '{"jsonrpc":"2.0","id":0,"result":{"tools":[]}}';

test.each([
  ['plain', RESULT],
  ['in a list', `[${RESULT}]`],
  ['as an event', `event: message\ndata: ${RESULT}\n\n`],
  [
    'behind a notification',
    `data: {"jsonrpc":"2.0","method":"notifications/message"}\n\ndata:${RESULT}\n\n`,
  ],
])('a result is read %s', (_, body) => {
  expect(read(body)).toEqual({ tools: [] });
});

test.each(['', '<html>', '{"result":7}', '[]', 'data: \n\n', '{"error":{"code":1}}'])(
  '%j has no result',
  (body) => {
    expect(read(body)).toBeNull();
  },
);

test('an error is a message, too; no answer is none', () => {
  expect(rpcMessage(exchange({ answer: answerText('{"error":{"code":1}}') }))).not.toBeNull();
  expect(rpcMessage(exchange({ answer: answerFailure('reset') }))).toBeNull();
});

test('any text is read without a throw', () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((one) => `data: ${one}\n\n`),
  );
  fc.assert(
    fc.property(body, (text) => {
      const result = read(text);
      expect(result === null || !Array.isArray(result)).toBe(true);
    }),
  );
});
