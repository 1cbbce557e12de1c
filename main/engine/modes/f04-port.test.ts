import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f04-port.ts';

const at = (url: string) => healthyEvidence({ url });

test('a public https server on another port is a warning that names the port', () => {
  expect(onlyFinding(mode, at('https://mcp.example.com:8383/mcp'))).toMatchObject({
    title: 'Your server listens on port 8383, not 443',
    severity: 'warning',
    confidence: 'possible',
    clients: ['claude-hosted'],
  });
});

test('the two addresses stand one above the other and differ at the port', () => {
  const { evidence } = onlyFinding(mode, at('https://mcp.example.com:8383/mcp?team=a'));
  expect(evidence).toEqual([
    {
      kind: 'mismatch',
      what: 'address',
      expected: 'https://mcp.example.com/mcp?team=a',
      received: 'https://mcp.example.com:8383/mcp?team=a',
      differsAt: 'https://mcp.example.com'.length,
    },
  ]);
});

test.each(['https://mcp.example.com/mcp', 'https://mcp.example.com:443/mcp'])(
  '%s is port 443 and fine',
  (url) => {
    expect(findingsOf(mode, at(url))).toEqual([]);
  },
);

test.each([
  'http://mcp.example.com:8080/mcp',
  'https://localhost:8443/mcp',
  'https://10.0.0.7:8443/mcp',
])('%s is no matter of ports: F05 takes it', (url) => {
  expect(findingsOf(mode, at(url))).toEqual([]);
  expect(codesOn(at(url))).toContain('F05');
});
