import { describe, expect, test } from 'vitest';
import type { TargetEvidence } from '../../model/evidence.ts';
import { codesOn, hitOf } from '../../testing/judge-one.ts';
import {
  htmlPage,
  SIGN_IN,
  withoutSignIn,
  withSignIn,
  type PageAnswer,
  type SignInChanges,
} from '../../testing/sign-in-page-evidence.ts';
import { authorizeAnswer } from './authorize-answer.ts';

const rule = (documents: 'never' | 'flag' | 'flag-and-public' = 'never') =>
  authorizeAnswer({ as: 'claude-code', documents }, 'observed', 'a run');
const on = (evidence: TargetEvidence, by = rule()) => hitOf(by, evidence);
const refused = (answer: PageAnswer, changes: SignInChanges = {}) =>
  withSignIn({
    isTaken: false,
    ...changes,
    answers: {
      'as the client sends it': answer,
      'without resource': answer,
      'without scope': answer,
      ...changes.answers,
    },
  });
const page = (text: string, status = 400) => htmlPage(text, status);

describe('a request that is turned down stops the client', () => {
  test.each([
    ['its redirect', refused(page('redirect_uri is not registered')), 'F44'],
    ['its client id', refused(page('unknown client')), 'F50'],
    ['its scope', refused(page('No'), { answers: { 'without scope': SIGN_IN } }), 'F65'],
    ['its resource', refused(page('No'), { answers: { 'without resource': SIGN_IN } }), 'F66'],
    ['all of it', refused(page('Oops', 500)), 'F77'],
    [
      'S256',
      refused(page('No'), { serverMetadata: { code_challenge_methods_supported: ['plain'] } }),
      'F33',
    ],
  ])('for %s: %s', (_, evidence, cause) => {
    expect(on(evidence)).toMatchObject({ outcome: 'blocked', cause });
  });
});

test('what its user sees is the page; an error on the redirect is the client’s to show', () => {
  expect(on(refused(page('No such thing')))).toMatchObject({
    why: 'Its authorization request answers 400 (No such thing).',
    sees: 'A page in the browser: No such thing',
  });
  expect(on(refused({ back: { error: 'invalid_request' } }))?.sees).toBeUndefined();
});

describe('it says nothing', () => {
  test('of a request that goes through', () => {
    expect(on(withSignIn())).toBeNull();
  });

  test('where the page was not opened, or nothing was registered', () => {
    expect(on(withoutSignIn())).toBeNull();
    expect(on({ ...withSignIn(), registration: null })).toBeNull();
  });

  test('where the client uses its document instead, or another server', () => {
    const promised = { client_id_metadata_document_supported: true };
    const evidence = refused(page('No'), { serverMetadata: promised });
    expect(on(evidence, rule('flag'))).toBeNull();
    expect(on(evidence, rule('flag-and-public'))?.cause).toBe('F77');
    const { registration, ...rest } = refused(page('No'));
    const other = { ...rest, registration: { ...registration!, issuer: 'https://x.example' } };
    expect(on(other)).toBeNull();
  });

  test('of another client', () => {
    expect(on(withSignIn({ own: { cursor: page('No') } }))).toBeNull();
    expect(codesOn(withSignIn())).toEqual([]);
  });
});
