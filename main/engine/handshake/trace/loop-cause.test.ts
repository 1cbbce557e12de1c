import { describe, expect, test } from 'vitest';
import type { RefreshTrial, SignInRound } from '../../model/sign-in-evidence.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import {
  refusedRound,
  round,
  roundThatEnded,
  step,
  TOKEN_FACTS,
  tracedSignIn,
} from '../../testing/traced-sign-in.ts';
import { isSecondIdentical, loopCauseOf, type LoopCauseKind } from './loop-cause.ts';

const NEEDS_MORE = answerText('', 403, [
  ['WWW-Authenticate', 'Bearer error="insufficient_scope", scope="more"'],
]);
const UNKNOWN_CLIENT = answerJson({ error: 'invalid_client' }, 401);
const registered = (number: number) =>
  round({ number, idFrom: 'registered', clientId: `c${number}`, because: 'the first request' });
const shortLived = (number: number) => ({
  ...refusedRound(number),
  tokens: { ...TOKEN_FACTS, expiresIn: 1 },
  token: step('token', 200, { startedAt: 1_000, durationMs: 100 }),
  legacyCall: step('call', 401, { startedAt: 2_200, durationMs: 50 }),
});
const REFRESHED = tracedSignIn().trace!.refresh!;
const LOST: RefreshTrial = { ...REFRESHED, call: step('refreshed call', 401) };

type Row = readonly [
  cause: LoopCauseKind | null,
  rounds: readonly SignInRound[],
  numbers: readonly number[],
  refresh?: RefreshTrial,
];
const ROWS: readonly Row[] = [
  ['401 after a good token', [refusedRound(1), refusedRound(2)], [1, 2]],
  [
    '403 insufficient_scope for ever',
    [refusedRound(1, NEEDS_MORE), refusedRound(2, NEEDS_MORE)],
    [1, 2],
  ],
  [null, [refusedRound(1, NEEDS_MORE), round({ number: 2 })], []],
  [null, [refusedRound(1, 403), refusedRound(2, 403)], []],
  ['the refresh lost the audience', [round()], [1], LOST],
  [null, [round()], [], REFRESHED],
  ['a new client each time', [registered(1), registered(2)], [1, 2]],
  [null, [registered(1), { ...registered(2), clientId: 'c1' }], []],
  ['the token lives shorter than the round trip', [shortLived(1), shortLived(2)], [1, 2]],
  ['the server forgot', [round(), round({ number: 2, because: 'the client was forgotten' })], [2]],
  ['the server forgot', [round({ token: step('token', UNKNOWN_CLIENT), tokens: null })], [1]],
  [
    'the server forgot',
    [roundThatEnded('error-callback', { callback: [['error', 'invalid_client']] })],
    [1],
  ],
  ['the server forgot', [round({ list: step('list', 401) })], [1]],
  [null, [roundThatEnded('waiting')], []],
  [null, [], []],
];

const CASES = ROWS.map(([cause, rounds, numbers, refresh]) => ({
  cause,
  rounds,
  numbers,
  refresh,
}));

describe('what restarts a sign-in', () => {
  test.each(CASES)('$cause, in $numbers', ({ cause, rounds, numbers, refresh = null }) => {
    const found = loopCauseOf(rounds, refresh);
    expect(found?.cause ?? null).toBe(cause);
    expect(found?.rounds ?? []).toEqual(numbers);
    expect(found?.says ?? 'Nothing.').toMatch(/^[A-Z].*\.$/);
  });

  test('a token that one era takes is not refused because the other era refuses it', () => {
    expect(loopCauseOf([round({ modernCall: step('modern', 401) })])).toBeNull();
  });

  test('a round that we add to see whether consent is asked again is no new client', () => {
    const ours = {
      ...registered(2),
      because: 'a second client, to see whether it asks again',
    } as const;
    expect(loopCauseOf([registered(1), ours])).toBeNull();
  });
});

describe('the second identical round', () => {
  const at = (number: number, url: string, more: Partial<SignInRound> = {}) =>
    round({ number, authorizeUrl: `https://auth.example.com/authorize?${url}`, ...more });
  const PAIRS: readonly (readonly [boolean, string, SignInRound, SignInRound])[] = [
    [
      true,
      'only state and challenge differ',
      at(1, 'client_id=c1&state=a&code_challenge=x'),
      at(2, 'client_id=c1&state=b&code_challenge=y'),
    ],
    [true, 'in another order', at(1, 'a=1&b=2'), at(2, 'b=2&a=1')],
    [
      true,
      'a client that was registered anew',
      at(1, 'client_id=c1'),
      at(2, 'client_id=c2', { clientId: 'c2', idFrom: 'registered' }),
    ],
    [
      true,
      'a loopback listener on another port',
      at(1, 'redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fa'),
      at(2, 'redirect_uri=http%3A%2F%2F127.0.0.1%3A2%2Fb'),
    ],
    [false, 'more scope', at(1, 'scope=a'), at(2, 'scope=a+b')],
    [false, 'another resource', at(1, 'resource=a'), at(2, 'resource=b')],
    [
      false,
      'another redirect',
      at(1, 'redirect_uri=https%3A%2F%2Fa.example%2F'),
      at(2, 'redirect_uri=https%3A%2F%2Fb.example%2F'),
    ],
    [
      false,
      'another client that was given',
      at(1, 'client_id=c1'),
      at(2, 'client_id=c2', { clientId: 'c2', idFrom: 'given' }),
    ],
    [false, 'no request at all', at(1, ''), at(2, '', { authorizeUrl: null })],
    [
      false,
      'a second client of ours',
      at(1, ''),
      at(2, '', { because: 'a second client, to see whether it asks again' }),
    ],
  ];
  test.each(PAIRS)('%s: %s', (expected, _name, one, two) => {
    expect(isSecondIdentical([one, two])).toBe(expected);
  });

  test('one round is none, and the last two count', () => {
    expect(isSecondIdentical([])).toBe(false);
    expect(isSecondIdentical([round()])).toBe(false);
    expect(isSecondIdentical([at(1, 'scope=a'), at(2, 'scope=b'), at(3, 'scope=b')])).toBe(true);
  });

  test('a round whose address does not parse is compared as it is written', () => {
    const odd = (number: number) => round({ number, authorizeUrl: 'http://[' });
    expect(isSecondIdentical([odd(1), odd(2)])).toBe(true);
  });
});
