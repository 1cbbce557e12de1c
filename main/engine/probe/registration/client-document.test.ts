import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../ports.ts';
import { answerRedirect, answerText } from '../../testing/fake-answers.ts';
import { exchange, ISSUER } from '../../testing/exchange-builders.ts';
import { isUnknownClient, oddityOf, signInAnswer } from './client-document.ts';

const page = (answer: HttpOutcome | 'reset') => ({
  exchange: exchange({ method: 'GET', url: `${ISSUER}/authorize`, answer }),
});

describe('the answer of a sign-in page', () => {
  test.each<[string, HttpOutcome | 'reset', string]>([
    ['a form', answerText('<form>Sign in</form>'), 'goes on'],
    [
      'a page that asks, and has the word error in a script',
      answerText('<form>onerror'),
      'goes on',
    ],
    ['an error page with 200', answerText('Invalid authorization request'), 'unclear'],
    ['a 400', answerText('invalid_client', 400), 'refused'],
    ['a 401 with a form', answerText('<form>Sign in</form>', 401), 'goes on'],
    ['on to a login', answerRedirect('/login?next=1'), 'goes on'],
    ['on to an error page', answerRedirect('/error/7'), 'unclear'],
    ['back with an error', answerRedirect('http://localhost/cb?error=invalid_request'), 'refused'],
    ['back with an error behind #', answerRedirect('http://localhost/cb#error=x'), 'refused'],
    ['nowhere', answerText('', 302), 'unclear'],
    ['no answer', 'reset', 'unclear'],
  ])('%s', (_, answer, state) => {
    expect(signInAnswer(page(answer)).state).toBe(state);
  });

  test('any redirect and body is read without falling over', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 200, max: 599 }), (text, status) => {
        const answer = answerText(text, status, [['Location', text]]);
        expect(['goes on', 'refused', 'unclear']).toContain(signInAnswer(page(answer)).state);
      }),
    );
  });
});

test.each([
  ['{"error":"invalid_client"}', true],
  ['Unknown client', true],
  ['The client_id abc was not found', true],
  ['redirect_uri mismatch', false],
])('“%s” says that the client is unknown: %s', (text, unknown) => {
  expect(isUnknownClient(page(answerText(text, 400)))).toBe(unknown);
  expect(isUnknownClient(page(answerText(text)))).toBe(false);
});

describe('what is odd about a client id', () => {
  const documents = ['https://real.example/client.json'];
  test.each([
    ['http://real.example/client.json', 'malformed'],
    ['https://real.example/client.json#x', 'malformed'],
    ['https://user@real.example/client.json', 'malformed'],
    ['https://real.example/a/../client.json', 'malformed'],
    ['https://real.example/%2e%2e/client.json', 'malformed'],
    ['https://real.example', 'malformed'],
    ['no address', 'malformed'],
    ['https://127.0.0.1/client.json', 'private address'],
    ['https://10.0.0.7/client.json', 'private address'],
    ['https://real.example/client.json?other', 'other id'],
    ['https://auth.example.com/metadata', 'no client document'],
  ])('%s: %s', (clientId, oddity) => {
    expect(oddityOf(clientId, documents)).toBe(oddity);
  });

  test('any text is sorted without falling over', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        expect(oddityOf(text, documents)).toMatch(/^\w/);
      }),
    );
  });
});
