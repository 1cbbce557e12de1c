import { OperationProcessingError } from 'oauth4webapi';
import { expect, test } from 'vitest';
import { strictWords } from './strict-words.ts';

test.each([
  [
    '"response" body "access_token" property must be a string',
    '“access_token” of the answer must be a string.',
  ],
  [
    '"response" is not a conform Token Endpoint response (unexpected HTTP status code)',
    'The answer is not as it must be (unexpected HTTP status code).',
  ],
  [
    '"response" content-type must be application/json',
    'The content type of the answer must be application/json.',
  ],
  ['unexpected JWT "iss" (issuer) claim value', 'Unexpected JWT “iss” (issuer) claim value.'],
])('%s', (message, words) => {
  expect(strictWords(new OperationProcessingError(message))).toBe(words);
});

test('F9: the text of another error is not told, for it may be the server’s', () => {
  expect(strictWords(new Error('planted'))).toBe('The answer cannot be read.');
  expect(strictWords('planted')).not.toContain('planted');
});
