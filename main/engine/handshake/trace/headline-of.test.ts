import { describe, expect, test } from 'vitest';
import { CLIENT_IDS } from '../../../contract/words.ts';
import { NAVIGATION_ENDINGS } from '../../model/navigation-ending.ts';
import type {
  NeverStarted,
  SignInEvidence,
  SignInRound,
  SignInTrace,
} from '../../model/sign-in-evidence.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import {
  NOTHING_AFTER,
  refusedRound,
  round,
  roundThatEnded,
  step,
  TOKEN_FACTS,
  tracedSignIn,
} from '../../testing/traced-sign-in.ts';
import { headlineOf } from './headline-of.ts';

const NOT_MORE = { refresh: null, revocation: null, afterRevocation: null } as const;
const failedWith = (changes: Partial<SignInRound>, end: SignInTrace['end'] = 'failed') =>
  tracedSignIn({ ...NOT_MORE, rounds: [round(changes)], end });
const stoppedAt = (where: NeverStarted['step']) =>
  tracedSignIn({
    ...NOT_MORE,
    rounds: [],
    end: 'never started',
    neverStarted: { step: where, cause: null, why: 'Why.' },
  });
const SCOPE = answerText('', 403, [['WWW-Authenticate', 'Bearer error="insufficient_scope"']]);
const looped = (...rounds: readonly SignInRound[]) =>
  tracedSignIn({ ...NOT_MORE, rounds, end: 'loop' });
const fault = (says: string) =>
  failedWith({
    ...NOTHING_AFTER,
    callback: [['error', 'access_denied']],
    strict: [{ step: 'callback', says }],
  });

type Row = readonly [signIn: SignInEvidence, headline: string | RegExp, next: RegExp];
const ROWS: readonly Row[] = [
  [
    tracedSignIn(),
    'Signed in as hosted Claude: token, tool list, refresh and revocation work.',
    /network edge/,
  ],
  [
    tracedSignIn({
      ...NOT_MORE,
      rounds: [round({ tokens: { ...TOKEN_FACTS, hasRefresh: false } })],
    }),
    'Signed in as hosted Claude: token and tool list work.',
    /offline_access/,
  ],
  // While the refresh is still to come, nothing is missing.
  [tracedSignIn(NOT_MORE), 'Signed in as hosted Claude: token and tool list work.', /network edge/],
  [
    tracedSignIn({
      refresh: { ...tracedSignIn().trace!.refresh!, exchange: step('refresh', 400) },
    }),
    /token, tool list and revocation work; refresh does not\./,
    /refresh/,
  ],
  [
    tracedSignIn({ afterRevocation: step('after', 200) }),
    /refresh work; revocation does not\./,
    /revoked must not/,
  ],
  [
    stoppedAt('resource-metadata'),
    'Hosted Claude never gets to a sign-in page: it stops at the resource metadata.',
    /resource metadata/,
  ],
  [
    stoppedAt('reach'),
    'Hosted Claude never gets to a sign-in page: it cannot reach the server.',
    /reachable/,
  ],
  [stoppedAt('registration'), /it stops at the registration\./, /register/],
  [
    tracedSignIn({ ...NOT_MORE, rounds: [], end: 'never started' }),
    /never gets to a sign-in page\./,
    /findings/,
  ],
  [
    tracedSignIn({ ...NOT_MORE, rounds: [roundThatEnded('never-navigated')], end: 'blank' }),
    'The sign-in page never came: the tab stayed on about:blank, and auth.example.com was the last hop.',
    /redirect/,
  ],
  [
    looped(refusedRound(1), refusedRound(2)),
    'The same sign-in was asked for again: the MCP server answers 401 to the token that it led to.',
    /audience/,
  ],
  [
    looped(refusedRound(1, SCOPE), refusedRound(2, SCOPE)),
    /asks for more scope/,
    /Name all scopes/,
  ],
  [looped(round(), round({ number: 2 })), /nothing different/, /Compare/],
  [
    tracedSignIn({ ...NOT_MORE, rounds: [roundThatEnded('page-loop')], end: 'loop' }),
    /in circles at auth\.example\.com/,
    /cookie/,
  ],
  [
    failedWith({
      ...NOTHING_AFTER,
      token: step('token', answerJson({ error: 'invalid_grant' }, 400)),
    }),
    'The code came back, and the token endpoint answers 400 invalid_grant.',
    /PKCE/,
  ],
  [
    failedWith({ tokens: null, legacyCall: null, list: null }),
    /no access token in its answer/,
    /access_token/,
  ],
  [
    failedWith({ strict: [{ step: 'token', says: 'no token_type' }] }),
    /not what the standard asks/,
    /: no token_type\.$/,
  ],
  [
    failedWith({ legacyCall: step('call', 404), list: null }),
    'A token was issued, and the MCP server answers 404 to the first call with it.',
    /audience/,
  ],
  [failedWith({ list: step('list', 500) }), /list of tools is answered 500/, /tools\/list/],
  [
    failedWith({ ...NOTHING_AFTER, callback: [['error', 'access_denied']] }),
    /the error access_denied in place/,
    /agree/,
  ],
  [
    failedWith({ ...NOTHING_AFTER, callback: [['error', 'Call 0800']] }),
    /sends back the error in place/,
    /Read the error/,
  ],
  [
    failedWith({ ...NOTHING_AFTER, callback: [['state', 'x']] }),
    /without a code/,
    /code and state/,
  ],
  [fault('state differs'), /another state than hosted Claude sent/, /state exactly/],
  [
    failedWith({ ...NOTHING_AFTER, ending: null }, 'unfinished'),
    /stopped before there was anything/,
    /Trace again/,
  ],
  [fault('state missing'), /without the state/, /state exactly/],
  [fault('iss missing'), /promises it/, /iss/],
  [fault('expired'), /ten minutes/, /sooner/],
  [failedWith({}), /hosted Claude refuses what it was given/, /verdict/],
  [{ ...tracedSignIn(), trace: null }, /only in parts/, /Trace the sign-in/],
];

describe('what happened, and what to do next', () => {
  const cases = ROWS.map(([signIn, headline, next]) => ({
    name: String(headline),
    signIn,
    headline,
    next,
  }));
  test.each(cases)('$name', ({ signIn, headline, next }) => {
    const words = headlineOf(signIn);
    if (typeof headline === 'string') expect(words.headline).toBe(headline);
    else expect(words.headline).toMatch(headline);
    expect(words.next).toMatch(next);
  });

  test('what was found besides is named where the rest cannot tell it', () => {
    const cause = { code: 'F38', title: 'A wrong token is not refused rightly' };
    const wrong = failedWith({ ...roundThatEnded('error-page') });
    expect(headlineOf(tracedSignIn({}), cause).next).toBe(
      'What is left to mend is F38, “A wrong token is not refused rightly”.',
    );
    expect(headlineOf(wrong, cause).next).toMatch(/what it refuses: F38, “A wrong token/);
  });

  test('D8: where the answer may be another server’s, its error is not shown', () => {
    expect(headlineOf(fault('iss differs')).headline).toMatch(/another issuer/);
    expect(headlineOf(fault('iss differs')).headline).not.toMatch(/access_denied/);
  });

  test('a callback that no client reads is told as that, whatever error it carries', () => {
    const posted = roundThatEnded('posted-callback', { callback: [['error', 'access_denied']] });
    expect(
      headlineOf(tracedSignIn({ ...NOT_MORE, rounds: [posted], end: 'failed' })).headline,
    ).toMatch(/by POST/);
  });
});

const ENDED = NAVIGATION_ENDINGS.flatMap((kind) =>
  (['blank', 'failed', 'unfinished', 'loop'] as const).map((end) =>
    tracedSignIn({ ...NOT_MORE, rounds: [roundThatEnded(kind)], end }),
  ),
);
const STOPS = [
  'reach',
  'challenge',
  'resource-metadata',
  'server-metadata',
  'registration',
] as const;
const ALL = [
  ...ROWS.map(([signIn]) => signIn),
  ...ENDED,
  ...STOPS.map(stoppedAt),
  failedWith({ tokens: { ...TOKEN_FACTS, hasRefresh: false } }),
].flatMap((signIn) => CLIENT_IDS.map((as) => ({ ...signIn, as })));

test('read aloud: whole sentences of at most thirty words, for every end, ending and client', () => {
  for (const signIn of ALL) {
    for (const text of Object.values(headlineOf(signIn))) {
      expect(text).toMatch(/^(?:[A-Z]|mcp-remote )[^{}]*[^.]\.$/);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(30);
      expect(text).not.toMatch(
        /!|\b(simply|just|please|obviously|easy|it seems|unfortunately)\b|undefined|null|\[/i,
      );
    }
  }
});
