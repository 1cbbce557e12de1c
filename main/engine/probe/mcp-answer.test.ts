import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchange } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { isOpenServer, mcpAnswer } from './mcp-answer.ts';

const RESULT = '{"jsonrpc":"2.0","id":0,"result":{}}';
const ERROR = '{"jsonrpc":"2.0","id":0,"error":{"code":-32001}}';
const answer = (body: string) => mcpAnswer(exchange({ answer: answerText(body) }));

test.each([
  [RESULT, 'result'],
  [`  ${RESULT}`, 'result'],
  [`[${RESULT}]`, 'result'],
  [`event: message\ndata: ${RESULT}\n\n`, 'result'],
  [ERROR, 'error'],
  [`data: ${ERROR}\n\n`, 'error'],
  ['{}', 'no-mcp'],
  ['null', 'no-mcp'],
  ['<html>', 'no-mcp'],
  ['', 'no-mcp'],
] as const)('%j: %s', (body, expected) => {
  expect(answer(body)).toBe(expected);
});

test('F36: a server is open where it answers 200 with a result, or opens a stream', () => {
  expect(isOpenServer(exchange({ answer: answerText(RESULT) }))).toBe(true);
  expect(isOpenServer(exchange({ answer: answerText(RESULT, 401) }))).toBe(false);
  expect(isOpenServer(exchange({ answer: answerText('', 200), purpose: 'event stream' }))).toBe(
    true,
  );
  expect(isOpenServer(exchange({ answer: 'reset' }))).toBe(false);
});

test('any body is read without a throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void answer(body)));
});
