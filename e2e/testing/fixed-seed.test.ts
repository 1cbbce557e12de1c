import fc from 'fast-check';
import { expect, test } from 'vitest';

test('properties take the seed that is set for all, and a random one without', () => {
  const set = process.env.UNBLANK_SEED;
  expect(fc.readConfigureGlobal().seed).toBe(set === undefined ? undefined : Number(set));
});
