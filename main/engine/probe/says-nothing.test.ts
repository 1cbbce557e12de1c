import { expect, test } from 'vitest';
import { exchange } from '../testing/exchange-builders.ts';
import { saysNothing } from './says-nothing.ts';

test.each([401, 200, 404, 500])('an answer of %i counts', (answer) => {
  expect(saysNothing(exchange({ answer }))).toBeNull();
});

test.each([429, 503])('%i says that the server had no time', (answer) => {
  expect(saysNothing(exchange({ answer }))).toBe(`The server was too busy to say (${answer}).`);
});

test('no answer is told with what became of the request', () => {
  expect(saysNothing(exchange({ answer: 'refused' }))).toBe(
    'POST https://mcp.example.com/mcp was not answered: nothing listens at mcp.example.com (REFUSED).',
  );
});
