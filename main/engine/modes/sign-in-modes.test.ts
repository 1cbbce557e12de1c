import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceSchema, type Finding } from '../../contract/report.ts';
import { CLIENTS } from '../clients/index.generated.ts';
import { ENDING_CAUSES } from '../clients/sign-in/ending-causes.ts';
import { NAVIGATION_ENDINGS, type NavigationEndingKind } from '../model/navigation-ending.ts';
import type { SignInEvidence, SignInRound } from '../model/sign-in-evidence.ts';
import { judgeClient } from '../run/judge-client.ts';
import { judgeTargetModes } from '../run/judge-modes.ts';
import { ANY_SIGN_IN } from '../testing/any-sign-in.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { ISSUER, OPEN, type Answer } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import {
  call,
  endedRound,
  failedTrace,
  healthyChecks,
  healthyRefresh,
  healthyRound,
  healthyTrace,
  oauthError,
  page,
  tokenAnswer,
  tokenFacts,
  tokenRequest,
} from '../testing/healthy-trace.ts';
import { allFindingsOn } from '../testing/judge-one.ts';
import { MODES } from './index.generated.ts';

const found = (signIn: SignInEvidence) => allFindingsOn(healthyEvidence({ signIn }));
const codes = (signIn: SignInEvidence) => found(signIn).map(({ code }) => code);
const ended = (kind: NavigationEndingKind, changes: Partial<SignInRound> = {}) =>
  failedTrace([endedRound(kind, changes)]);
const round = (changes: Partial<SignInRound>) => failedTrace([healthyRound(changes)]);
const called = (answer: Answer, changes: Partial<SignInRound> = {}) =>
  round({ legacyCall: call(answer), modernCall: null, list: null, ...changes });

test('a healthy sign-in yields no finding at all', () => {
  expect(found(healthyTrace())).toEqual([]);
});

describe('every way in which a visit can end', () => {
  test.each(NAVIGATION_ENDINGS.map((kind) => [kind, ENDING_CAUSES[kind]] as const))(
    '%s shows as the mode that it is mapped to, or is said to be no fault',
    (kind, cause) => {
      const shown = found(ended(kind));
      if ('notAFault' in cause) {
        expect(shown).toEqual([]);
        expect(cause.notAFault).toMatch(/^[A-Z].*\.$/);
        return;
      }
      expect(shown.map(({ code }) => code)).toEqual([cause.code]);
      expect(shown[0]?.evidence.map((one) => one.kind)).toContain('navigation');
      expect(shown[0]?.title.split(/\s+/).length).toBeLessThanOrEqual(9);
    },
  );
});

describe('an error page and an error redirect are told apart by what they say', () => {
  const shown = (says: string, idFrom: SignInRound['idFrom'] = 'registered') =>
    codes(ended('error-page', { idFrom, events: [page({ says })] }));

  test.each([
    ['The redirect_uri is not registered', 'F44'],
    ['AADSTS50011', 'F44'],
    ['unknown client', 'F50'],
    ['invalid_scope', 'F65'],
    ['AADSTS9010010', 'F66'],
    ['Something went wrong', 'F77'],
  ])('%s: %s', (says, code) => {
    expect(shown(says)).toEqual([code]);
  });

  test('F46: an unknown client that came with a document', () => {
    expect(shown('invalid_client', 'document')).toEqual(['F46']);
  });

  test('an error redirect is about its scope, its resource, or what it says', () => {
    const back = (error: string) =>
      codes(
        ended('error-callback', {
          callback: [
            ['error', error],
            ['state', '[state 1]'],
          ],
        }),
      );
    expect([back('invalid_scope'), back('invalid_target'), back('access_denied')]).toEqual([
      ['F65'],
      ['F66'],
      ['F67'],
    ]);
  });
});

describe('F60: a sign-in that never starts', () => {
  const never = (cause: string | null) =>
    healthyTrace({
      neverStarted: { step: 'resource-metadata', cause, why: 'It stops at the metadata.' },
      rounds: [],
      end: 'never started',
      refresh: null,
      checks: {},
      revocation: null,
      afterRevocation: null,
    });

  test('is a finding of its own where nothing before explains it', () => {
    expect(found(never(null))).toMatchObject([{ code: 'F60', consequenceOf: null }]);
  });

  test('follows from what stops the client before', () => {
    const metadata = healthyEvidence().resourceMetadata!.map((one) => ({
      ...one,
      json: { ...one.json, resource: 'https://other.example.com/mcp' },
    }));
    const evidence = healthyEvidence({ resourceMetadata: metadata, signIn: never('F26') });
    const blank = allFindingsOn(evidence).find(({ code }) => code === 'F60');
    expect(blank).toMatchObject({ consequenceOf: 'F26' });
  });
});

describe('the token', () => {
  const refused = (error: string, status = 400) =>
    round({ token: tokenRequest(oauthError(error, status)), ...NOTHING_ISSUED });

  test('F81: a code that is refused is told with what the server says', () => {
    const [finding] = found(refused('invalid_grant'));
    expect(finding).toMatchObject({ code: 'F81', severity: 'error', requirements: [] });
    expect(finding?.explanation).toContain('invalid_grant');
  });

  test('F81: what a requirement says of it stands beside', () => {
    const [finding, ...others] = found(refused('invalid_target'));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'F81', requirements: ['TK-15'] });
  });

  test.each<[string, Answer, Finding['severity']]>([
    ['no type', tokenAnswer({ token_type: undefined }), 'error'],
    ['a null', tokenAnswer({ scope: null }), 'error'],
    ['an error as success', oauthError('invalid_grant', 200), 'error'],
    ['no lifetime', tokenAnswer({ expires_in: undefined }), 'advice'],
  ])('F82: %s', (_, answer, severity) => {
    const shown = found(round({ token: tokenRequest(answer) }));
    expect(shown).toMatchObject([{ code: 'F82', severity }]);
  });

  test('F83: an audience of another, refused or not', () => {
    const facts = tokenFacts({ claims: { aud: 'https://other.example.com' } });
    const mismatch = [{ kind: 'mismatch' }];
    expect(found(round({ tokens: facts }))).toMatchObject([
      { code: 'F83', severity: 'warning', evidence: mismatch, requirements: ['TK-16'] },
    ]);
    expect(found(called(401, { tokens: facts }))).toMatchObject([
      { code: 'F83', severity: 'error', requirements: ['TK-16', 'TK-31'] },
    ]);
  });

  test('F83: a good audience, and refused all the same', () => {
    expect(found(called(401))).toMatchObject([
      { code: 'F83', title: 'The server refuses the token it led to' },
    ]);
  });

  test('F90: no refresh token is advice', () => {
    const bare = round({
      token: tokenRequest(tokenAnswer({ refresh_token: undefined })),
      tokens: tokenFacts({ hasRefresh: false }),
    });
    expect(found(bare)).toMatchObject([{ code: 'F90', severity: 'advice' }]);
  });
});

const NOTHING_ISSUED = { tokens: null, legacyCall: null, modernCall: null, list: null } as const;
const SCOPE = answerText('', 403, [
  ['WWW-Authenticate', 'Bearer error="insufficient_scope", scope="a", resource_metadata="x"'],
]);

describe('the first call', () => {
  test.each<[string, Answer, string]>([
    ['a page with 403', answerText('<html>', 403), 'F06'],
    ['a crash', 502, 'F14'],
    ['404', 404, 'F85'],
    ['400', 400, 'F84'],
    ['too little scope', SCOPE, 'F87'],
  ])('%s: %s', (_, answer, code) => {
    expect(codes(called(answer))).toEqual([code]);
  });

  test('F84 follows from F87 where a 403 says no reason', () => {
    expect(found(called(403))).toMatchObject([
      { code: 'F84', consequenceOf: 'F87' },
      { code: 'F87', requirements: ['RS-24'] },
    ]);
  });
});

describe('a loop is called by what begins it again', () => {
  const loop = (changes: Partial<SignInRound>) => {
    const one = healthyRound({ modernCall: null, list: null, ...changes });
    const rounds = [
      { ...one, because: 'the first request' as const },
      { ...one, number: 2 },
    ];
    return failedTrace(rounds, { end: 'loop' });
  };

  test.each<[string, Partial<SignInRound>, string]>([
    ['401', { because: '401 after a good token', legacyCall: call(401) }, 'F83'],
    [
      'a token that is over at once',
      {
        because: '401 after a good token',
        legacyCall: call(401),
        tokens: tokenFacts({ expiresIn: 0 }),
      },
      'F91',
    ],
    ['403', { because: '403 insufficient_scope', legacyCall: call(SCOPE) }, 'F87'],
    [
      'a client that registers each time',
      {
        because: 'the client was forgotten',
        token: tokenRequest(oauthError('invalid_client', 401)),
        ...NOTHING_ISSUED,
      },
      'F81',
    ],
    ['no reason', { because: 'the first request' }, 'F62'],
  ])('%s: %s', (_, changes, code) => {
    expect(codes(loop(changes))).toEqual([code]);
  });

  test('F62: pages that go round in themselves are one finding', () => {
    expect(codes(failedTrace([endedRound('page-loop')], { end: 'loop' }))).toEqual(['F62']);
  });

  test('F50: the client was forgotten, and a new registration helped', () => {
    const refused = { token: tokenRequest(oauthError('invalid_client', 401)), ...NOTHING_ISSUED };
    const again = { number: 2, because: 'the client was forgotten' } as const;
    const rounds = [healthyRound(refused), healthyRound(again)];
    expect(codes(healthyTrace({ rounds }))).toEqual(['F50']);
  });
});

describe('what is tried at the end', () => {
  const renewed = (changes: Parameters<typeof healthyRefresh>[0]) =>
    found(healthyTrace({ refresh: healthyRefresh(changes) }));

  test('F91: a refresh that fails, and one that is not rotated', () => {
    const refused = tokenRequest(oauthError('invalid_request'));
    expect(renewed({ exchange: refused, tokens: null, rotation: null, call: null })).toMatchObject([
      { code: 'F91', severity: 'error', requirements: ['TK-24'] },
    ]);
    expect(renewed({ rotation: 'same' })).toMatchObject([{ code: 'F91', severity: 'warning' }]);
  });

  test('F83: a renewed token that no longer works; F50: a client that is forgotten by then', () => {
    expect(renewed({ call: call(401) })).toMatchObject([{ code: 'F83', requirements: ['TK-30'] }]);
    const refused = tokenRequest(oauthError('invalid_client', 401));
    expect(renewed({ exchange: refused, tokens: null, call: null })).toMatchObject([
      { code: 'F50' },
    ]);
  });

  test('F79: a revoked token that stays good', () => {
    expect(codes(healthyTrace({ afterRevocation: call(OPEN) }))).toEqual(['F79']);
  });

  test.each([
    ['F38', 'token in the query'],
    ['F38', 'id token'],
    ['F39', 'session without token'],
    ['F76', 'no verifier'],
    ['F81', 'code again'],
  ] as const)('%s: %s', (code, name) => {
    const checks = healthyChecks({ [name]: call(OPEN) });
    expect(codes(healthyTrace({ checks }))).toEqual([code]);
  });
});

test('F74: a sign-in that took longer than mcp-remote waits is advice', () => {
  const events = healthyRound().events.map((one) => ({ ...one, at: one.at * 20 }));
  expect(found(round({ events }))).toMatchObject([
    { code: 'F74', severity: 'advice', clients: ['mcp-remote'] },
  ]);
});

test('F32: iss that was promised and does not come is found in a sign-in', () => {
  const evidence = {
    ...withServer({ authorization_response_iss_parameter_supported: true }),
    signIn: healthyTrace(),
  };
  expect(allFindingsOn(evidence)).toMatchObject([{ code: 'F32', requirements: ['AS-18'] }]);
  const iss = [...healthyRound().callback!, ['iss', ISSUER] as const];
  const kept = { ...evidence, signIn: round({ callback: iss }) };
  expect(allFindingsOn(kept)).toEqual([]);
});

test('F80, F92: what happens in Claude’s cloud is said to be unseen, and no finding', () => {
  const { notExamined } = judgeTargetModes(MODES, healthyEvidence({ signIn: healthyTrace() }));
  expect(notExamined.map(({ what }) => what.slice(0, 3))).toEqual(
    expect.arrayContaining(['F80', 'F92']),
  );
});

test('L2: no sign-in makes a mode or a client throw, and all that is said is a report', () => {
  fc.assert(
    fc.property(ANY_SIGN_IN, (signIn) => {
      const evidence = healthyEvidence({ signIn });
      const { found: judged, notExamined } = judgeTargetModes(MODES, evidence);
      expect(notExamined.filter(({ why }) => why.startsWith('Could not judge'))).toEqual([]);
      for (const { occurrence } of judged)
        for (const one of occurrence.evidence) evidenceSchema.parse(one);
      for (const client of CLIENTS) judgeClient(client, evidence);
    }),
    { numRuns: 300 },
  );
});

describe('a client that a sign-in stops names a cause that a mode has found', () => {
  const answers: readonly Answer[] = [400, 401, 403, 404, 415, 500, SCOPE, OPEN];
  const token = (answer: Answer) => round({ token: tokenRequest(answer), ...NOTHING_ISSUED });
  const samples: readonly (readonly [string, SignInEvidence])[] = [
    ...NAVIGATION_ENDINGS.map((kind) => [kind, ended(kind)] as const),
    ...answers.map((one, at) => [`call ${at}`, called(one)] as const),
    ...answers.map((one, at) => [`token ${at}`, token(one)] as const),
    ['an error', ended('error-callback', { callback: [['error', 'server_error']] })],
    ['another state', round({ callback: [['code', '[code 1]']] })],
    ['no type', round({ token: tokenRequest(tokenAnswer({ token_type: undefined })) })],
    ['no token', round({ token: tokenRequest(tokenAnswer({ access_token: undefined })) })],
    ['invalid_client', token(oauthError('invalid_client', 401))],
  ];

  test.each(samples)('%s', (_, signIn) => {
    const shown = found(signIn).map(({ code }) => code as string | null);
    for (const client of CLIENTS) {
      const { verdict } = judgeClient(client, healthyEvidence({ signIn }));
      if (verdict.outcome === 'blocked') expect(shown).toContain(verdict.cause);
    }
  });
});
