import { expect, test } from 'vitest';
import { exchangeSchema } from '../../contract/report.ts';
import { exchange } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { reportExchange } from './report-exchange.ts';

test('an exchange becomes what the schema says, times in ISO form', () => {
  const reported = reportExchange(
    exchange({ startedAt: Date.UTC(2026, 10, 23), durationMs: 12.6 }),
  );
  expect(exchangeSchema.parse(reported)).toMatchObject({
    startedAt: '2026-11-23T00:00:00.000Z',
    durationMs: 13,
    response: { status: 401, truncated: false },
    failure: null,
  });
});

test('a failure keeps its kind', () => {
  expect(reportExchange(exchange({ answer: 'dns' }))).toMatchObject({
    response: null,
    failure: { kind: 'dns' },
  });
});

test('a long body is cut and says so', () => {
  const { response } = reportExchange(exchange({ answer: answerText('x'.repeat(5000)) }));
  expect([response?.body.length, response?.truncated]).toEqual([4096, true]);
});

test('a body that was cut before says so, however short', () => {
  const cut = { status: 200, headers: [], body: 'x', truncated: true };
  expect(
    reportExchange(exchange({ answer: { kind: 'response', response: cut } })).response?.truncated,
  ).toBe(true);
});
