import { expect, test } from 'vitest';
import { healthyEvidence, withResource } from '../testing/evidence-builders.ts';
import { bearer } from '../testing/exchange-builders.ts';
import { allCodesOn, allFindingsOn } from '../testing/judge-one.ts';
import { challenged } from '../testing/rs-samples.ts';

test.each([
  ['RS-07', withResource({ scopes_supported: ['a', 'b'] }), 'advice'],
  ['RS-08', challenged(`${bearer()}, scope="a,b"`), 'error'],
  ['RS-09', challenged(`${bearer()}, error="invalid_token"`), 'advice'],
  ['RS-31', challenged(`${bearer()}, scope="mcp:tools offline_access"`), 'warning'],
] as const)('%s shows as F37, with its weight', (id, evidence, severity) => {
  const found = allFindingsOn(evidence).filter(({ code }) => code === 'F37');
  expect(found).toMatchObject([{ severity, requirements: [id] }]);
});

test('several of them are one finding, which weighs as the worst', () => {
  const evidence = challenged(`${bearer()}, error="x", scope="a offline_access"`);
  const [found] = allFindingsOn(evidence).filter(({ code }) => code === 'F37');
  expect(found).toMatchObject({ severity: 'warning', requirements: ['RS-09', 'RS-31'] });
  expect(found?.evidence).toHaveLength(2);
});

test('the healthy challenge is fine', () => {
  expect(allCodesOn(healthyEvidence())).toEqual([]);
});
