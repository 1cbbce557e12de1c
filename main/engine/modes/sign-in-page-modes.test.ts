import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceSchema } from '../../contract/report.ts';
import { authorizeAnswer } from '../clients/rules/authorize-answer.ts';
import { REQUIREMENTS } from '../requirements/index.generated.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { registration } from '../testing/registration-evidence.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import type { AuthorizeVariant } from '../model/registration-evidence.ts';
import { rootCauseOf } from '../run/findings.ts';
import {
  htmlPage,
  SIGN_IN,
  withSignIn,
  type PageAnswer,
} from '../testing/sign-in-page-evidence.ts';
import { mode as f32 } from './f32-issuer-mismatch-callback.ts';
import { allFindingsOn, hitOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';

const CODE: PageAnswer = { back: { code: 'c' } };
const REDIRECT = htmlPage('redirect_uri is not registered', 400);
const one = (variant: AuthorizeVariant, answer: PageAnswer) =>
  withSignIn({ answers: { [variant]: answer } });
const refused = (answer: PageAnswer, without: Partial<Record<AuthorizeVariant, PageAnswer>> = {}) =>
  withSignIn({
    isTaken: false,
    answers: {
      'as the client sends it': answer,
      'without resource': answer,
      'without scope': answer,
      ...without,
    },
  });
/** What a report says of the sign-in page; the rest of the sample says nothing. */
const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).map(({ code, severity, requirements }) => [
    code,
    severity,
    ...requirements,
  ]);

test('a healthy sign-in page shows nothing', () => {
  expect(found(withSignIn())).toEqual([]);
});

describe('one fault of the sign-in page is one finding', () => {
  test.each<[string, TargetEvidence, readonly string[]]>([
    ['the port is compared', one('other loopback port', REDIRECT), ['F44', 'error', 'AZ-03']],
    ['a redirect is refused', refused(REDIRECT), ['F44', 'error', 'AZ-03']],
    [
      'the scope is refused',
      refused({ back: { error: 'invalid_scope' } }, { 'without scope': SIGN_IN }),
      ['F65', 'error', 'AZ-13'],
    ],
    ['a scope is needed', one('without scope', htmlPage('No', 400)), ['F65', 'warning', 'AZ-14']],
    [
      'the resource is refused',
      refused(htmlPage('No', 400), { 'without resource': SIGN_IN }),
      ['F66', 'error', 'AZ-10'],
    ],
    [
      'the state is cut',
      one('long state', { back: { code: 'c', state: 'odd' } }),
      ['F67', 'error', 'AZ-07'],
    ],
    ['any redirect', one('unknown redirect', CODE), ['F75', 'error', 'AZ-01']],
    ['a longer redirect', one('redirect with another path', CODE), ['F75', 'error', 'AZ-02']],
    ['no PKCE', one('without PKCE', CODE), ['F76', 'error', 'AZ-05']],
    ['plain PKCE', one('plain PKCE', CODE), ['F76', 'error', 'AZ-06']],
    [
      'an unknown client crashes',
      one('unknown client', htmlPage('Oops', 500)),
      ['F77', 'error', 'AZ-04'],
    ],
    ['a prompt crashes', one('prompt consent', htmlPage('Oops', 500)), ['F77', 'warning', 'AZ-18']],
    ['an ordinary request crashes', refused(htmlPage('Oops', 500)), ['F77', 'error', 'AZ-19']],
    [
      'a malformed request crashes',
      one('without PKCE', htmlPage('Oops', 500)),
      ['F77', 'warning', 'RS-30'],
    ],
    ['any resource', one('foreign resource', CODE), ['F78', 'advice', 'AZ-11']],
    [
      'the implicit flow',
      one('implicit flow', { fragment: { access_token: 't' } }),
      ['F78', 'error', 'AZ-15'],
    ],
    ['a frame', one('long state', htmlPage('Sign in')), ['F78', 'warning', 'AZ-16']],
  ])('%s', (_, evidence, expected) => {
    expect(found(evidence)).toEqual([expected]);
  });

  test('what is broken for want of S256 follows from that', () => {
    const evidence = withSignIn({
      serverMetadata: { code_challenge_methods_supported: ['plain'] },
      isTaken: false,
      answers: { 'as the client sends it': { back: { error: 'invalid_request' } } },
    });
    expect(rootCauseOf(allFindingsOn(evidence), [])).toBe('F33');
  });
});

describe('F32: iss, where something comes back at once', () => {
  const back = (parameters: Readonly<Record<string, string>>) =>
    one('long state', { back: parameters });

  test.each([
    ['another one with a code', { code: 'c', iss: 'https://x.example' }, 'error', 'AZ-09'],
    ['none with a code', { code: 'c', iss: '' }, 'error', 'AZ-08'],
    ['none with an error', { error: 'x', iss: '' }, 'warning', 'AZ-08'],
  ])('%s', (_, parameters, severity, requirement) => {
    const finding = allFindingsOn(back(parameters)).find(({ code }) => code === 'F32');
    expect(finding).toMatchObject({ severity, requirements: [requirement] });
  });

  test('kept promises are no longer called unseen', () => {
    expect(notSeenBy(f32, withSignIn())).toBeNull();
  });

  test('a promise with a wrong value is still told', () => {
    const serverMetadata = { authorization_response_iss_parameter_supported: 'true' };
    expect(onlyFinding(f32, withSignIn({ serverMetadata }))).toMatchObject({
      title: 'The promise of iss has a wrong value',
    });
  });
});

describe('whatever the sign-in page answers', () => {
  const ANSWER = fc.oneof(
    fc
      .tuple(fc.string(), fc.integer({ min: 100, max: 599 }))
      .map(([text, status]) => htmlPage(text, status)),
    fc.constantFrom(REDIRECT, SIGN_IN, htmlPage('unknown client', 400), htmlPage('invalid_scope')),
    fc
      .dictionary(fc.constantFrom('code', 'error', 'state', 'iss', 'x'), fc.string())
      .map((back) => {
        return { back };
      }),
  );
  const VARIANTS = fc.constantFrom<AuthorizeVariant>(
    'as the client sends it',
    'without resource',
    'without scope',
    'unknown redirect',
    'unknown client',
    'other loopback port',
    'without PKCE',
    'plain PKCE',
    'long state',
  );
  const EVIDENCE = fc
    .tuple(fc.dictionary(VARIANTS, ANSWER), fc.boolean())
    .map(([answers, isTaken]) => {
      const evidence = withSignIn({ answers, isTaken });
      const clientId = evidence.registration!.authorize[0]!.clientId;
      const attempts = [{ ...registration('claude-code'), clientId }];
      return { ...evidence, registration: { ...evidence.registration!, attempts } };
    });

  test('L2: it is judged without a throw, and every finding has its evidence', () => {
    fc.assert(
      fc.property(EVIDENCE, (evidence) => {
        const { notExamined } = judgeRequirements(REQUIREMENTS, evidence);
        expect(notExamined).toEqual([]);
        for (const { evidence: pieces } of allFindingsOn(evidence)) {
          expect(pieces.length).toBeGreaterThan(0);
          for (const piece of pieces) evidenceSchema.parse(piece);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a client that it stops names a cause that was found', () => {
    const rule = authorizeAnswer({ as: 'claude-code', documents: 'never' }, 'observed', 'a run');
    fc.assert(
      fc.property(EVIDENCE, (evidence) => {
        const hit = hitOf(rule, evidence);
        const codes = allFindingsOn(evidence).map(({ code }) => code);
        if (hit !== null) expect(codes).toContain(hit.cause);
      }),
      { numRuns: 300 },
    );
  });
});
