import { expect, test } from 'vitest';
import { HOSTED_POLICY } from '../policies/hosted-policy.ts';
import { healthyEvidence, missing } from '../../testing/evidence-builders.ts';
import { bearer, contacts } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { hostedChallenge } from './hosted-challenge.ts';

const rule = hostedChallenge('documented', 'a source');
const on = (header: string | null, changes = {}) =>
  hitOf(rule, healthyEvidence({ first: contacts({ header }), ...changes }), HOSTED_POLICY);

test.each([
  ['a relative name', 'Bearer resource_metadata="/x"', 'blocked', 'F22'],
  ['resource= instead', 'Bearer resource="https://x.example"', 'blocked', 'F22'],
  ['no header', null, 'blocked', 'F20'],
  ['nothing behind Bearer', 'Bearer', 'at-risk', 'F20'],
  ['a realm only', 'Bearer realm="x"', 'at-risk', 'F22'],
])('%s', (_, header, outcome, cause) => {
  expect(on(header)).toMatchObject({ outcome, cause });
});

test('an absolute address is right, and another status is F21’s', () => {
  expect(on(bearer())).toBeNull();
  expect(on(null, { first: contacts({ post: 403 }) })).toBeNull();
});

test('where the guess finds nothing, it does not say that the guess succeeds', () => {
  const hit = on('Bearer', { resourceMetadata: [missing('path')] });
  expect(hit).toMatchObject({ outcome: 'at-risk', cause: 'F20' });
  expect(hit?.why).not.toContain('succeeds');
});
