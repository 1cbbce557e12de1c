import { describe, expect, test } from 'vitest';
import { SYSTEMS, type System } from '../../main/contract/words.ts';
import { findingsIn, pointsAt, type FoundHere } from './findings-in.ts';
import { healthy } from './healthy-home.ts';
import { home } from './home.ts';
import type { HomeRow } from './home-row.ts';
import { CONFIG_ROWS } from './rows/config-rows.ts';
import { LOG_ROWS } from './rows/log-rows.ts';
import { STORE_ROWS } from './rows/store-rows.ts';

const ROWS: readonly HomeRow[] = [...CONFIG_ROWS, ...LOG_ROWS, ...STORE_ROWS];

describe('a home with one thing wrong leads to that finding and to no other', () => {
  for (const row of ROWS)
    test(`${row.name}: ${row.finds.map((one) => one.code).join(' and ')}`, async () => {
      const seen = await Promise.all(systemsOf(row).map((os) => findingsIn(row.build(home(os)))));
      for (const found of seen) {
        const faults = found.filter((one) => isFault(one) || isExpected(row, one));
        expect(faults.map((one) => [one.code, one.on])).toEqual(
          row.finds.map((one) => [one.code, one.on]),
        );
        for (const [index, expected] of row.finds.entries())
          expect(pointsAt(faults[index]!, expected), JSON.stringify(faults[index])).toBe(true);
      }
    });
});

describe('the same home tells the same on every system', () => {
  for (const row of ROWS.filter((one) => systemsOf(one).length > 1))
    test(row.name, async () => {
      const told = await Promise.all(
        systemsOf(row).map(async (os) =>
          (await findingsIn(row.build(home(os)))).map(({ code, on, title, whatToDo }) => ({
            code,
            on,
            title,
            whatToDo,
          })),
        ),
      );
      expect(told.at(1)).toEqual(told[0]);
      expect(told.at(-1)).toEqual(told[0]);
    });
});

describe('a home in which everything works', () => {
  test.each(SYSTEMS)('is found to be without fault on %s', async (os) => {
    expect(await findingsIn(healthy(home(os)))).toEqual([]);
  });
});

/** Advice is not, and neither is what only follows. */
function isFault({ severity, consequenceOf }: FoundHere): boolean {
  return severity !== 'advice' && consequenceOf === null;
}

function isExpected({ finds }: HomeRow, { code }: FoundHere): boolean {
  return finds.some((one) => one.code === code);
}

function systemsOf({ systems }: HomeRow): readonly System[] {
  return systems ?? SYSTEMS;
}
