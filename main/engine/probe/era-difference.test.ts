import { expect, test } from 'vitest';
import { contacts, OPEN, type Answer } from '../testing/exchange-builders.ts';
import { eraDifference } from './era-difference.ts';

test.each<[Answer, Answer, string | null]>([
  [401, 401, null],
  [401, 400, 'server/discover'],
  [400, 401, 'initialize'],
  [401, OPEN, 'server/discover'],
  [403, 400, null],
  [401, 429, null],
  [401, 503, null],
  [401, 'timeout', null],
])('RS-35: %j and %j', (post, modern, odd) => {
  expect(eraDifference(contacts({ post, modern }))?.purpose ?? null).toBe(odd);
});

test('an endpoint that only knows the event stream speaks of neither era', () => {
  expect(eraDifference(contacts({ post: 405, modern: 401, stream: 401 }))).toBeNull();
});
