import { describe, expect, test } from 'vitest';
import {
  htmlPage,
  SIGN_IN,
  withSignIn,
  type SignInChanges,
} from '../../testing/sign-in-page-evidence.ts';
import { authorizeRefusal } from './authorize-refusal.ts';

/** Why the request of Claude Code, and of Cursor, was turned down. */
function reasons(changes: SignInChanges) {
  const { authorize } = withSignIn({ isTaken: false, ...changes }).registration!;
  const of = (as: string) =>
    authorizeRefusal(
      authorize.find((one) => one.as === as)!,
      authorize,
    );
  return [of('claude-code'), of('cursor')];
}
const page = (text: string, status = 400) => htmlPage(text, status);
/** Refused in these words, whatever is left out. */
const always = (answer: ReturnType<typeof page>) => ({
  answers: {
    'as the client sends it': answer,
    'without resource': answer,
    'without scope': answer,
  },
});

test('a request that goes through was turned down for nothing', () => {
  expect(reasons({})).toEqual([null, null]);
});

describe('what is left out decides', () => {
  test.each([
    ['without resource', 'resource'],
    ['without scope', 'scope'],
  ] as const)('%s goes through', (variant, reason) => {
    const { answers } = always(page('No'));
    expect(reasons({ answers: { ...answers, [variant]: SIGN_IN } })).toEqual([reason, reason]);
  });

  test('for those alone that were turned down in the same words', () => {
    const { answers } = always(page('No'));
    const own = { cursor: page('This redirect_uri is not registered') };
    expect(reasons({ answers: { ...answers, 'without scope': SIGN_IN }, own })).toEqual([
      'scope',
      'redirect',
    ]);
  });

  test('against the words, where leaving it out changes nothing', () => {
    expect(reasons(always(page('invalid_scope')))).toEqual(['other', 'other']);
  });
});

describe('else the words', () => {
  test.each([
    ['AADSTS50011: the reply URL does not match', 'redirect'],
    ['redirect_uri_mismatch', 'redirect'],
    ['invalid_client: unknown client', 'client'],
    ['Something went wrong', 'other'],
  ])('%s: %s', (text, reason) => {
    expect(reasons(always(page(text)))[0]).toBe(reason);
  });

  test('a client that was not varied itself is told by its own', () => {
    expect(reasons({ own: { cursor: page('invalid_scope') } })).toEqual([null, 'scope']);
    expect(reasons({ own: { cursor: page('AADSTS9010010: x') } })).toEqual([null, 'resource']);
  });
});

test('a prompt that another client’s request is turned down for alike is the reason', () => {
  const { authorize } = withSignIn({
    answers: { 'prompt consent': page('Internal server error', 500) },
  }).registration!;
  const [own] = authorize;
  const url = new URL(own!.exchange.request.url);
  url.searchParams.set('prompt', 'consent');
  const refused = authorize.find((one) => one.variant === 'prompt consent')!.exchange;
  const attempt = {
    ...own!,
    exchange: { ...refused, request: { ...refused.request, url: url.href } },
  };
  expect(authorizeRefusal(attempt, authorize)).toBe('prompt');
  url.searchParams.delete('prompt');
  const without = { ...attempt.exchange, request: { ...refused.request, url: url.href } };
  expect(authorizeRefusal({ ...attempt, exchange: without }, authorize)).not.toBe('prompt');
});
