import { expect, test } from 'vitest';
import {
  failedTrace,
  healthyRound,
  oauthError,
  tokenFacts,
  tokenRequest,
  call,
  NO_TOKEN,
} from '../../testing/healthy-trace.ts';
import { answerText } from '../../testing/fake-answers.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';
import { loopCode } from './loop-code.ts';

const SCOPE = answerText('', 403, [['WWW-Authenticate', 'Bearer error="insufficient_scope"']]);
const REFUSED = { legacyCall: call(401), modernCall: null, list: null } as const;
const LITTLE = { legacyCall: call(SCOPE), modernCall: null, list: null } as const;
const UNKNOWN = { ...NO_TOKEN, token: tokenRequest(oauthError('invalid_client', 401)) };
const ONCE = { list: call(401, 'list') };

const loop = (changes: Partial<SignInRound>) =>
  failedTrace([healthyRound(changes), healthyRound({ number: 2, ...changes })], { end: 'loop' });

test.each<[string, Partial<SignInRound>, string]>([
  ['a token that is refused', REFUSED, 'F83'],
  ['a token that is over in seconds', { ...REFUSED, tokens: tokenFacts({ expiresIn: 5 }) }, 'F91'],
  ['never enough scope', LITTLE, 'F87'],
  ['a client that is not known', UNKNOWN, 'F81'],
  ['a token that is good only once', ONCE, 'F83'],
  ['nothing that is seen', {}, 'F62'],
])('what begins a sign-in again has the code of its cause: %s', (_, changes, code) => {
  expect(loopCode(loop(changes))).toBe(code);
});

test('a sign-in that is no loop has none, and pages that go round are told by their ending', () => {
  expect(loopCode(failedTrace([healthyRound(REFUSED)]))).toBeNull();
  const ending = { kind: 'page-loop', at: null, says: 'Round and round.', events: [0] } as const;
  expect(loopCode(loop({ ending, callback: null, ...NO_TOKEN }))).toBeNull();
});
