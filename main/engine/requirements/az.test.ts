import { describe, expect, test } from 'vitest';
import type { AuthorizeVariant } from '../model/registration-evidence.ts';
import { SIGN_IN_ROWS } from '../testing/sign-in-trace-rows.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import {
  htmlPage,
  SIGN_IN,
  withoutSignIn,
  withSignIn,
  type PageAnswer,
  type SignInChanges,
} from '../testing/sign-in-page-evidence.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { REQUIREMENTS } from './index.generated.ts';

const CODE: PageAnswer = { back: { code: 'c' } };
const CRASH = htmlPage('Internal server error', 500);
const REFUSED = htmlPage('Bad request', 400);
const REDIRECT = htmlPage('redirect_uri is not registered', 400);
const error = (code: string): PageAnswer => ({ back: { error: code } });
const one = (variant: AuthorizeVariant, answer: PageAnswer, more: SignInChanges = {}) =>
  withSignIn({ ...more, answers: { ...more.answers, [variant]: answer } });
/** Every client's own request is answered so, and what is left out as `answers` say. */
const refused = (answer: PageAnswer, answers: SignInChanges['answers'] = {}) => {
  const rest = { 'without resource': answer, 'without scope': answer, 'without prompt': answer };
  const all = { 'as the client sends it': answer, ...rest, ...answers };
  return withSignIn({ isTaken: false, answers: all });
};
/** A server that shows its sign-in page before it looks at anything. */
const later = (variant: AuthorizeVariant) =>
  one(variant, SIGN_IN, { answers: { 'unknown client': SIGN_IN } });
const without = (names: readonly ('scope' | 'resource')[], answer?: PageAnswer) =>
  withSignIn({
    parameters: Object.fromEntries(names.map((name) => [name, null])),
    ...(answer === undefined
      ? {}
      : {
          answers: { 'as the client sends it': answer, 'without resource': answer },
          isTaken: false,
        }),
  });
const METADATA = (members: SignInChanges['serverMetadata']) => ({ serverMetadata: members! });

/** Those that opening the sign-in page shows; the others take a sign-in. */
const AT_THE_PAGE = REQUIREMENTS.filter(({ id, phase }) => /^AZ|^RS-30/.test(id) && phase !== 'p2');
const ROWS: readonly RequirementRow[] = [
  ...AT_THE_PAGE.map(({ id }): RequirementRow => {
    return [id, 'at a healthy sign-in page', withSignIn(), 'met'];
  }),
  ...AT_THE_PAGE.map(({ id }): RequirementRow => {
    return [id, 'not opened', withoutSignIn(), 'not-seen'];
  }),
  ['AZ-01', 'a code to a stranger', one('unknown redirect', CODE), 'broken'],
  ['AZ-01', 'an error to a stranger', one('unknown redirect', error('x')), 'broken'],
  ['AZ-01', 'a sign-in for a stranger', one('unknown redirect', SIGN_IN), 'broken'],
  ['AZ-01', 'a page before anything is looked at', later('unknown redirect'), 'not-seen'],
  ['AZ-01', 'behind a request that is refused', refused(REFUSED), 'not-seen'],
  ['AZ-02', 'a longer path passes', one('redirect with another path', CODE), 'broken'],
  ['AZ-02', 'a slash passes', one('redirect with a slash', SIGN_IN), 'broken'],
  ['AZ-02', 'a page before anything is looked at', later('redirect with a query'), 'not-seen'],
  [
    'AZ-02',
    'where any redirect passes',
    one('redirect with a query', CODE, { answers: { 'unknown redirect': CODE } }),
    'not-seen',
  ],
  ['AZ-03', 'the port is compared', one('other loopback port', REDIRECT), 'broken'],
  ['AZ-03', 'the registered one is refused', refused(REDIRECT), 'broken'],
  ['AZ-03', 'refused for something else', refused(REFUSED), 'not-seen'],
  ['AZ-04', 'a crash', one('unknown client', CRASH), 'broken'],
  ['AZ-04', 'sent back', one('unknown client', error('unauthorized_client')), 'broken'],
  ['AZ-04', 'a page first', one('unknown client', SIGN_IN), 'not-seen'],
  ['AZ-05', 'a code without PKCE', one('without PKCE', CODE), 'broken'],
  ['AZ-05', 'a page without PKCE', one('without PKCE', SIGN_IN), 'broken'],
  ['AZ-05', 'a page before anything is looked at', later('without PKCE'), 'not-seen'],
  ['AZ-05', 'a refusal on a page', one('without PKCE', REFUSED), 'met'],
  ['AZ-06', 'plain passes', one('plain PKCE', CODE), 'broken'],
  [
    'AZ-06',
    'where PKCE is not needed at all',
    one('plain PKCE', CODE, { answers: { 'without PKCE': CODE } }),
    'not-seen',
  ],
  ['AZ-07', 'cut', one('long state', { back: { code: 'c', state: 'odd' } }), 'broken'],
  ['AZ-07', 'changed', one('long state', { back: { code: 'c', state: 'else' } }), 'broken'],
  ['AZ-07', 'gone', one('long state', { back: { code: 'c', state: '' } }), 'broken'],
  [
    'AZ-07',
    'gone with an error only',
    one('without PKCE', { back: { error: 'x', state: '' } }),
    'met',
  ],
  [
    'AZ-08',
    'an error without iss',
    one('without PKCE', { back: { error: 'x', iss: '' } }),
    'broken',
  ],
  ['AZ-08', 'a code without iss', one('long state', { back: { code: 'c', iss: '' } }), 'broken'],
  [
    'AZ-08',
    'not promised',
    withSignIn(METADATA({ authorization_response_iss_parameter_supported: undefined })),
    'not-applicable',
  ],
  [
    'AZ-09',
    'a slash more',
    one('long state', { back: { code: 'c', iss: 'https://auth.example.com/' } }),
    'broken',
  ],
  [
    'AZ-10',
    'refused with it, taken without',
    refused(REFUSED, { 'without resource': SIGN_IN }),
    'broken',
  ],
  ['AZ-10', 'invalid_target', refused(error('invalid_target')), 'not-seen'],
  ['AZ-10', 'nothing sent', without(['resource']), 'not-applicable'],
  ['AZ-11', 'a code for a stranger’s', one('foreign resource', CODE), 'broken'],
  ['AZ-11', 'a page', one('foreign resource', SIGN_IN), 'not-seen'],
  ['AZ-11', 'nothing to change', without(['resource']), 'not-seen'],
  ['AZ-12', 'the twin is refused', one('resource slash twin', REFUSED), 'not-seen'],
  ['AZ-13', 'a wrong one on a page', one('unknown scope', REFUSED), 'broken'],
  ['AZ-13', 'a wrong one crashes', one('unknown scope', CRASH), 'broken'],
  ['AZ-13', 'a wrong one is left out', one('unknown scope', SIGN_IN), 'met'],
  [
    'AZ-13',
    'an advertised one',
    refused(error('invalid_scope'), { 'without scope': SIGN_IN }),
    'broken',
  ],
  ['AZ-14', 'needed', one('without scope', error('invalid_scope')), 'broken'],
  [
    'AZ-14',
    'needed where none is advertised',
    without(['scope'], error('invalid_scope')),
    'broken',
  ],
  ['AZ-15', 'a token at once', one('implicit flow', { fragment: { access_token: 't' } }), 'broken'],
  ['AZ-15', 'a sign-in for a token', one('implicit flow', SIGN_IN), 'broken'],
  ['AZ-16', 'no header', one('long state', htmlPage('Sign in')), 'broken'],
  [
    'AZ-16',
    'a policy about something else',
    one(
      'long state',
      htmlPage('Sign in', 200, [['Content-Security-Policy', "form-action 'self'"]]),
    ),
    'broken',
  ],
  [
    'AZ-16',
    'the older header',
    one('long state', htmlPage('Sign in', 200, [['X-Frame-Options', 'SAMEORIGIN']])),
    'met',
  ],
  ['AZ-18', 'a crash', one('prompt consent', CRASH), 'broken'],
  [
    'AZ-18',
    'refused with it, taken without',
    withSignIn({
      isTaken: false,
      parameters: { prompt: 'consent' },
      answers: {
        'as the client sends it': REFUSED,
        'without resource': REFUSED,
        'without scope': REFUSED,
      },
    }),
    'broken',
  ],
  ['AZ-19', 'a long address', one('long state', htmlPage('Too long', 414)), 'broken'],
  ['AZ-19', 'the clients’ own request', refused(CRASH), 'broken'],
  [
    'AZ-19',
    'a client that the page does not know',
    refused(htmlPage('unknown client', 400)),
    'not-seen',
  ],
  [
    'AZ-19',
    'without S256',
    withSignIn({
      ...METADATA({ code_challenge_methods_supported: ['plain'] }),
      isTaken: false,
      answers: { 'as the client sends it': REFUSED },
    }),
    'not-seen',
  ],
  ['RS-30', 'a crash', one('without PKCE', CRASH), 'broken'],
];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapter is shown both kept and broken; AZ-12 is never a fault', () => {
  expect(untold('AZ', [...ROWS, ...SIGN_IN_ROWS])).toEqual(['AZ-12']);
});

/** What a broken requirement says and weighs. */
const saidBy = (id: string, evidence: ReturnType<typeof withSignIn>) => {
  const { broken } = judgeRequirements(REQUIREMENTS, evidence);
  return broken.find(({ requirement }) => requirement.id === id)?.broken;
};

describe('what is not certain weighs less', () => {
  test.each([
    ['AZ-01', 'unknown redirect', SIGN_IN, 'warning'],
    ['AZ-01', 'unknown redirect', CODE, undefined],
    ['AZ-05', 'without PKCE', SIGN_IN, 'warning'],
    ['AZ-05', 'without PKCE', CODE, undefined],
    ['AZ-15', 'implicit flow', SIGN_IN, 'warning'],
    ['AZ-11', 'foreign resource', CODE, 'advice'],
    ['AZ-03', 'other loopback port', error('invalid_request'), 'advice'],
    ['AZ-03', 'other loopback port', REDIRECT, undefined],
  ] as const)('%s: %s', (id, variant, answer, severity) => {
    expect(saidBy(id, one(variant, answer))?.severity).toBe(severity);
  });

  test('AZ-06: plain that is announced is advice', () => {
    const listed = METADATA({ code_challenge_methods_supported: ['S256', 'plain'] });
    expect(saidBy('AZ-06', one('plain PKCE', CODE, listed))?.severity).toBe('advice');
  });

  test('AZ-03: a redirect under a scheme of an app alone is advice, one on loopback is not', () => {
    expect(saidBy('AZ-03', withSignIn({ own: { cursor: REDIRECT } }))?.severity).toBe('advice');
    const both = withSignIn({ own: { cursor: REDIRECT, 'claude-hosted': REDIRECT } });
    expect(saidBy('AZ-03', both)).toMatchObject({ text: expect.stringContaining('claude.ai') });
    expect(saidBy('AZ-03', both)?.severity).toBeUndefined();
  });

  test('AZ-14: a scope that is needed stops clients only where none is advertised', () => {
    const needed = error('invalid_scope');
    expect(saidBy('AZ-14', one('without scope', needed))?.severity).toBe('warning');
    expect(saidBy('AZ-14', without(['scope'], needed))?.severity).toBe('error');
  });
});

describe('the words', () => {
  test('AZ-09: both issuers, with the character that differs', () => {
    const evidence = one('long state', { back: { code: 'c', iss: 'https://auth.example.com/' } });
    expect(saidBy('AZ-09', evidence)?.evidence[0]).toMatchObject({
      kind: 'mismatch',
      expected: 'https://auth.example.com',
      received: 'https://auth.example.com/',
      differsAt: 24,
    });
  });

  test('AZ-10: that the same request goes through without the resource', () => {
    const text = saidBy(
      'AZ-10',
      refused(htmlPage('AADSTS9010010: no', 400), { 'without resource': SIGN_IN }),
    )?.text;
    expect(text).toContain('answers 400 (AADSTS9010010: no)');
    expect(text).toContain('The same request without resource goes through.');
  });

  test('D9: no state stands in a text', () => {
    const broken = saidBy('AZ-07', one('long state', { back: { code: 'c', state: 'odd' } }));
    expect(broken?.text).toMatch(/^state comes back cut: 3 of \d+ characters\./);
  });
});
