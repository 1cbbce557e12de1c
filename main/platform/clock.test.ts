import { describe, expect, test } from 'vitest';
import { CLOCK_CONTRACT } from '../engine/testing/clock-contract.ts';
import { nodeClock } from './clock.ts';

describe('the clock of Node keeps the contract', () => {
  test.each(CLOCK_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe({ clock: nodeClock, pass: () => undefined })).toEqual(expected);
  });
});
