import { expect, test } from 'vitest';
import { FAILURE_KINDS } from '../ports.ts';
import { exchange } from '../testing/exchange-builders.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { failureWords } from './failure-words.ts';

const words = (kind: (typeof FAILURE_KINDS)[number]) =>
  failureWords(
    exchange({
      url: 'https://h.example:8443/mcp',
      answer: answerFailure(kind, 'ECODE', 'as the system says'),
    }),
  );

test.each(FAILURE_KINDS)('%s is told in words, with the system’s code behind them', (kind) => {
  expect(words(kind)).toMatch(/^\S.* \(ECODE\)$/);
});

test('a name is resolved without its port, everything else is at host and port', () => {
  expect(words('dns')).toBe('the name h.example does not resolve (ECODE)');
  expect(words('refused')).toBe('nothing listens at h.example:8443 (ECODE)');
});

test('an answer needs no words', () => {
  expect(failureWords(exchange())).toBe('');
});
