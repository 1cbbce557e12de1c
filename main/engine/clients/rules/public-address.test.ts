import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
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
