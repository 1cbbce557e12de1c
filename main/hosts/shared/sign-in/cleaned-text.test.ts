import { expect, test } from 'vitest';
import type { Removed } from '../../../engine/secrets/token-vault.ts';
import { cleanedText } from './cleaned-text.ts';

const removed = (parts: Partial<Removed>): Removed => ({
  id: 'v1:a',
  revoked: 'revoked',
  deleted: true,
  refusal: null,
  ...parts,
});

test('where nothing was left behind, nothing is said', () => {
  expect(cleanedText([])).toBeNull();
});

test('D22: what became of each is said, and the same is counted together', () => {
  const all = [
    removed({}),
    removed({ id: 'v1:b' }),
    removed({ revoked: 'unreachable', deleted: false }),
    removed({ revoked: 'no-endpoint' }),
    removed({ deleted: false, refusal: { trouble: 'locked', advice: 'Unlock it.' } }),
  ];
  expect(cleanedText(all)).toBe(
    'Left behind by a trace that did not end: 2 revoked at the server and removed here; 1 kept for now, because its server did not answer; Unblank tries again next time; 1 removed here; its server has no revocation, so it is valid there until it expires; 1 could not be removed; the keychain did not let it go.',
  );
});
