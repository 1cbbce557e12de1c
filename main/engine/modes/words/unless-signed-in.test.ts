import { expect, test } from 'vitest';
import { contacts, OPEN, type Answer } from '../../testing/exchange-builders.ts';
import { unlessSignedIn } from './unless-signed-in.ts';

test.each<[string, Answer, unknown]>([
  ['a server that asks for a sign-in', 401, { notSeen: 'A token would tell.' }],
  ['one that asks for it wrongly', 403, { notSeen: 'A token would tell.' }],
  ['an open one', OPEN, []],
  ['one that is down', 502, []],
  ['one that does not answer', 'timeout', []],
])('%s', (_, post, judgement) => {
  expect(unlessSignedIn(contacts({ post }), 'A token would tell.')).toEqual(judgement);
});
