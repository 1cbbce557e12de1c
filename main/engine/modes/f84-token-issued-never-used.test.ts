import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { findingsOf, notSeenBy } from '../testing/judge-one.ts';
import { mode } from './f84-token-issued-never-used.ts';

test('without a sign-in, what becomes of a token is not seen, and the report says so', () => {
  expect(notSeenBy(mode, healthyEvidence())).toContain(
    'A sign-in and a call with its token would tell',
  );
});

test('a server that asks for no sign-in cannot have it', () => {
  const open = healthyEvidence({ first: contacts({ post: OPEN }) });
  expect(notSeenBy(mode, open)).toBeNull();
  expect(findingsOf(mode, open)).toEqual([]);
});
