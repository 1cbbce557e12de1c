import { describe, expect, test } from 'vitest';
import { contacts, OPEN, type Answer } from '../../testing/exchange-builders.ts';
import { healthyTrace } from '../../testing/healthy-trace.ts';
import { unlessSignedIn } from './unless-signed-in.ts';

const NOT_SEEN = { notSeen: 'A token would tell.' };
const judged = (post: Answer, signIn = null as ReturnType<typeof healthyTrace> | null) =>
  unlessSignedIn({ first: contacts({ post }), signIn }, 'A token would tell.', ({ trace }) =>
    trace?.end === 'failed' ? null : [],
  );

test.each<[string, Answer, unknown]>([
  ['a server that asks for a sign-in', 401, NOT_SEEN],
  ['one that asks for it wrongly', 403, NOT_SEEN],
  ['an open one', OPEN, []],
  ['one that is down', 502, []],
  ['one that does not answer', 'timeout', []],
])('%s', (_, post, judgement) => {
  expect(judged(post)).toEqual(judgement);
});

describe('with a sign-in', () => {
  test('it is what that shows, and still not seen where it did not get so far', () => {
    expect(judged(401, healthyTrace())).toEqual([]);
    expect(judged(401, healthyTrace({ end: 'failed' }))).toEqual(NOT_SEEN);
  });
});
