import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { plainHttp } from './plain-http.ts';

const rule = plainHttp('documented', 'a source');

test.each([
  ['http://mcp.example.com/mcp', 'F05'],
  ['http://192.168.1.5/mcp', 'F05'],
  ['http://localhost:3000/mcp', null],
  ['http://[::1]:3000/mcp', null],
  ['https://mcp.example.com/mcp', null],
])('F05: %s', (url, cause) => {
  expect(hitOf(rule, healthyEvidence({ url }))?.cause ?? null).toBe(cause);
});
