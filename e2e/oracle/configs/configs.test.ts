import { describe, expect, test } from 'vitest';
import { disagreementsOn, isUnderstood } from './compare-config.ts';
import { CONFIG_CASES } from './config-cases.ts';
import { CONFIG_DISAGREEMENTS } from './config-disagreements.ts';
import { predictConfig } from './predict-config.ts';
import { configRecords } from './record-configs.ts';

const VERSIONS = ['2.1.197', '2.1.330'] as const;
const RECORDS = await Promise.all(
  VERSIONS.map(async (version) => ({ version, answers: await configRecords(version) })),
);

describe('what Unblank says of a configuration is what Claude Code said of it', () => {
  test.each(CONFIG_CASES)('$name', { timeout: 30_000 }, async (one) => {
    const prediction = await predictConfig(one);
    const odd = RECORDS.flatMap(({ version, answers }) => {
      const answer = answers.find(({ name }) => name === one.name);
      if (answer === undefined) return [`${version} was never asked`];
      return disagreementsOn(answer, prediction).map((what) => `${version}: ${what}`);
    });
    expect(odd).toEqual(CONFIG_DISAGREEMENTS[one.name] ?? []);
    expect(prediction.codes).toEqual(one.code === null ? [] : [one.code]);
  });

  test.each(RECORDS)('nothing that $version said is passed over', ({ answers }) => {
    expect(answers.filter((one) => !isUnderstood(one))).toEqual([]);
  });

  test('every explained disagreement belongs to a configuration', () => {
    const names = CONFIG_CASES.map(({ name }) => name);
    expect(Object.keys(CONFIG_DISAGREEMENTS).filter((one) => !names.includes(one))).toEqual([]);
  });
});
