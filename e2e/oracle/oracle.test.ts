import { describe, expect, test } from 'vitest';
import { compareOn, recordedPatients } from './compare-all.ts';
import type { Comparison } from './compare.ts';
import { DISAGREEMENTS } from './disagreements.ts';

const SHARE = 0.98;
const seen: Comparison[] = [];

describe('what the rules predict is what the real clients did', () => {
  test.each(recordedPatients())('%s', { timeout: 30_000 }, async (patient) => {
    const rows = await compareOn(patient);
    seen.push(...rows);
    const odd = rows.filter((one) => !one.agrees).map((one) => `${one.client} ${one.patient}`);
    const known = Object.keys(DISAGREEMENTS).filter((one) => one.endsWith(` ${patient}`));
    expect(odd.toSorted()).toEqual(known.toSorted());
  });

  test('in 98 of 100 cases or more', () => {
    const agreeing = seen.filter((one) => one.agrees).length;
    expect(seen.length).toBeGreaterThan(200);
    expect(agreeing / seen.length).toBeGreaterThanOrEqual(SHARE);
  });
});
