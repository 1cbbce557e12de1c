import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { exchange } from '../../testing/exchange-builders.ts';
import { healthyProbes } from '../../testing/healthy-answers.ts';
import { hostAt } from '../../testing/host-facts.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { publicAddress } from './public-address.ts';

const rule = publicAddress('documented', 'a source');

test.each([
  ['https://mcp.example.com/mcp', undefined, undefined],
  ['https://mcp.example.com:8383/mcp', 'at-risk', 'F04'],
  ['http://mcp.example.com/mcp', 'blocked', 'F05'],
  ['https://localhost:8443/mcp', 'blocked', 'F05'],
  ['https://[fd00::1]/mcp', 'blocked', 'F05'],
  ['https://nas.local/mcp', 'blocked', 'F05'],
])('F04, F05: %s', (url, outcome, cause) => {
  const hit = hitOf(rule, healthyEvidence({ url }));
  expect([hit?.outcome, hit?.cause]).toEqual([outcome, cause]);
});

test.each([
  [['10.0.0.7'], 'F01'],
  [['93.184.216.34', '127.0.0.1'], 'F01'],
  [['2606:4700::1'], 'F02'],
  [['198.18.0.9'], undefined],
])('F01, F02: a public name with %j', (addresses, cause) => {
  const hosts = [hostAt('mcp.example.com', addresses)];
  expect(hitOf(rule, healthyEvidence({ hosts }))?.cause).toBe(cause);
});

test('F06: the name of Claude refused, and ours not', () => {
  const probe = exchange({ purpose: 'as Claude', answer: 403 });
  const mcpProbes = healthyProbes({ 'as Claude': probe });
  expect(hitOf(rule, healthyEvidence({ mcpProbes }))).toMatchObject({
    outcome: 'blocked',
    cause: 'F06',
  });
});
