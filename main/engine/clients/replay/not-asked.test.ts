import { expect, test } from 'vitest';
import { attempt, missing, UNASKED } from '../../testing/evidence-builders.ts';
import { firstNotAsked, whyNotAsked } from './not-asked.ts';

test('E2: what our policy refused, and what a stopped run left, was not asked', () => {
  expect(whyNotAsked(missing('path', UNASKED))).toBe('stopped');
  expect(
    whyNotAsked(missing('path', { kind: 'network', failure: 'policy', detail: 'inside' })),
  ).toBe('inside');
  expect(whyNotAsked(missing('path', { kind: 'not-asked', detail: 'too many' }))).toBe('too many');
});

test('a document, a status and a lost connection are answers of theirs', () => {
  const lost = missing('path', { kind: 'network', failure: 'reset', detail: 'x' });
  for (const one of [attempt('path', {}), missing('path'), lost])
    expect(whyNotAsked(one)).toBeNull();
  expect(firstNotAsked([attempt('path', {}), missing('root'), lost])).toBeNull();
});

test('the first address that was not asked is told as a sentence', () => {
  expect(firstNotAsked([missing('path'), missing('root', UNASKED)])).toBe(
    'https://mcp.example.com/.well-known/oauth-protected-resource was not asked: stopped.',
  );
});
