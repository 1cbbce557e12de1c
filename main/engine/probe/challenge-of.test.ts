import { expect, test } from 'vitest';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { asksForSignIn, challengeOf } from './challenge-of.ts';

test('the challenge is that of the request that decides', () => {
  expect(challengeOf(contacts({ header: bearer() }))).toMatchObject({
    status: 401,
    header: bearer(),
    bearer: { scheme: 'Bearer' },
  });
  expect(challengeOf(contacts({ post: 404, stream: 401 }))?.exchange.id).toBe('stream');
  expect(challengeOf(contacts({ header: 'Basic realm="x"' }))?.bearer).toBeNull();
});

test('no answer is no challenge', () => {
  expect(challengeOf(contacts({ post: 'dns' }))).toBeNull();
});

test.each([
  [401, true],
  [403, true],
  [302, true],
  [500, false],
  ['reset', false],
  [OPEN, false],
] as const)('F14, F36: is there a sign-in to judge', (post, expected) => {
  expect(asksForSignIn(contacts({ post }))).toBe(expected);
});
