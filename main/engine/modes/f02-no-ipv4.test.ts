import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { hostAt } from '../testing/host-facts.ts';
import { findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f02-no-ipv4.ts';

const at = (addresses: readonly string[], mapped = false) =>
  healthyEvidence({ hosts: [hostAt('mcp.example.com', addresses, { mapped })] });

test('a host with IPv6 alone is out of reach for connectors', () => {
  const found = onlyFinding(mode, at(['2606:4700::1', '2606:4700::2']));
  expect(found).toMatchObject({ severity: 'error', clients: ['claude-hosted'] });
  expect(found.evidence).toMatchObject([{ addresses: ['2606:4700::1', '2606:4700::2'] }]);
});

test('one IPv4 address is enough, and where DNS was not asked nothing is said', () => {
  expect(findingsOf(mode, at(['2606:4700::1', '93.184.216.34']))).toEqual([]);
  expect(findingsOf(mode, at([]))).toEqual([]);
  expect(findingsOf(mode, at(['::1'], true))).toEqual([]);
});

test('an IPv6 literal in the URL is the same', () => {
  const url = 'https://[2606:4700::1]/mcp';
  const hosts = [hostAt('[2606:4700::1]', ['2606:4700::1'])];
  expect(onlyFinding(mode, healthyEvidence({ url, hosts })).code).toBe('F02');
});
