import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange-builders.ts';
import { answerRedirect, answerText } from '../../testing/fake-answers.ts';
import { withoutCode } from './without-code.ts';

const location = (to: string) => {
  const { outcome } = withoutCode(exchange({ answer: answerRedirect(to) }));
  return outcome.kind === 'response' ? outcome.response.headers[0]?.[1] : null;
};

test.each([
  ['http://localhost:1/cb?code=abc&state=s', 'http://localhost:1/cb?code=…&state=s'],
  ['http://localhost:1/cb?state=s&code=abc', 'http://localhost:1/cb?state=s&code=…'],
  ['http://localhost:1/cb#access_token=abc&x=1', 'http://localhost:1/cb#access_token=…&x=1'],
  ['/login?barcode=1', '/login?barcode=1'],
])('D10: %s is kept as %s', (to, kept) => {
  expect(location(to)).toBe(kept);
});

test('D10: nor what a page carries to the client by a script', () => {
  const answer = answerText('<script>location="http://localhost:1/cb?code=abc&state=s"</script>');
  expect(JSON.stringify(withoutCode(exchange({ answer })))).not.toContain('abc');
});

test('what got no answer stays as it is', () => {
  const failed = exchange({ answer: 'timeout' });
  expect(withoutCode(failed)).toBe(failed);
});
