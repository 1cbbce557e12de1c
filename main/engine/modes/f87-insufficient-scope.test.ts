import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { findingsOf, notSeenBy } from '../testing/judge-one.ts';
import { mode } from './f87-insufficient-scope.ts';

test('without a sign-in, the scope of a token is not seen, and the report says so', () => {
  expect(notSeenBy(mode, healthyEvidence())).toContain(
    'A call with a token of little scope would tell',
  );
});

test('a server that asks for no sign-in cannot have it', () => {
  const open = healthyEvidence({ first: contacts({ post: OPEN }) });
  expect(notSeenBy(mode, open)).toBeNull();
  expect(findingsOf(mode, open)).toEqual([]);
});
