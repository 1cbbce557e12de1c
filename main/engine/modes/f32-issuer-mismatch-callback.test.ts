import { expect, test } from 'vitest';
import { withServer } from '../testing/evidence-builders.ts';
import { findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f32-issuer-mismatch-callback.ts';

const promising = (value: boolean | string | null | undefined) =>
  withServer({ authorization_response_iss_parameter_supported: value });

test('a promise of iss is kept or broken in a sign-in only, which is said', () => {
  expect(notSeenBy(mode, promising(true))).toContain('only a sign-in shows whether it keeps it');
});

test.each(['true', null])('%j is neither true nor false: a warning', (value) => {
  expect(onlyFinding(mode, promising(value))).toMatchObject({
    title: 'The promise of iss has a wrong value',
    severity: 'warning',
    evidence: [{ kind: 'http', exchange: 'oauth' }],
  });
});

test('no promise, no check', () => {
  expect(findingsOf(mode, promising(undefined))).toEqual([]);
  expect(findingsOf(mode, promising(false))).toEqual([]);
});
