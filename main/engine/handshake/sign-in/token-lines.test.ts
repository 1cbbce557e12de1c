import { expect, test } from 'vitest';
import type { Kept, Removed } from '../../secrets/token-vault.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import { tokenLines } from './token-lines.ts';

const PLAN = { issuer: 'https://as.example' } as SignInPlan;
const removed = (revoked: Removed['revoked'], deleted = true): Removed => ({
  ...{ id: 'v1:a', revoked, deleted },
  refusal: deleted ? null : { trouble: 'locked', advice: 'Unlock it.' },
});
const kept = (where: Kept['where']): Kept => ({ id: 'v1:a', where, version: 1, refusal: null });

test('says the worst that a server answered, and never that all is well beside it', () => {
  const [first] = tokenLines.takenBack([removed('revoked'), removed('refused')], '/revoke', PLAN);
  expect(first).toBe(
    'https://as.example refused to revoke a token: it lives there until it expires.',
  );
});

test('a server without revocation is said to have none', () => {
  const [first] = tokenLines.takenBack([removed('revoked')], null, PLAN);
  expect(first).toContain('offers no revocation');
});

test('what could not be removed here is said, with what to do', () => {
  const lines = tokenLines.takenBack([removed('revoked', false)], '/revoke', PLAN);
  expect(lines.at(-1)).toBe(
    'They could not be removed from the keychain of this machine. Unlock it.',
  );
});

test('says where kept tokens lie, and nothing where there are none', () => {
  expect(tokenLines.kept([kept('keychain')]).join()).toContain('unblank tokens list');
  expect(tokenLines.kept([kept('memory')]).join()).toContain('gone when Unblank ends');
  expect(tokenLines.kept([])).toEqual([]);
});
