import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { publicHost } from '../testing/healthy-answers.ts';
import { hostAt } from '../testing/host-facts.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f01-private-address.ts';

const at = (...addresses: readonly string[]) =>
  healthyEvidence({ hosts: [hostAt('mcp.example.com', addresses)] });

test.each([
  [['10.0.0.7'], 'The name leads to a private address', 'error'],
  [['100.64.0.9'], 'The name leads to a private address', 'error'],
  [['169.254.1.1'], 'The name leads to a private address', 'error'],
  [['93.184.216.34', '192.168.1.5'], 'The name leads to public and private addresses', 'error'],
  [['127.0.0.1', '::1'], 'The name leads to this machine itself', 'advice'],
])('%j: %s', (addresses, title, severity) => {
  const found = onlyFinding(mode, at(...addresses));
  expect(found).toMatchObject({ title, severity, clients: ['claude-hosted'] });
  expect(found.evidence).toMatchObject([{ kind: 'dns', host: 'mcp.example.com', addresses }]);
  for (const address of addresses) expect(found.explanation).toContain(address);
});

test('public addresses are fine, and what a local proxy makes up is no answer', () => {
  expect(findingsOf(mode, at('93.184.216.34', '2606:4700::1'))).toEqual([]);
  expect(findingsOf(mode, at('198.18.0.9'))).toEqual([]);
});

test('a host that --connect-to sends elsewhere was not asked of DNS', () => {
  const hosts = [hostAt('mcp.example.com', ['127.0.0.1'], { mapped: true })];
  expect(findingsOf(mode, healthyEvidence({ hosts }))).toEqual([]);
});

test('one fault, one finding: an address that is local by its spelling is F05', () => {
  for (const host of ['10.0.0.7', 'nas.local', 'localhost']) {
    const evidence = healthyEvidence({
      url: `https://${host}/mcp`,
      hosts: [hostAt(host, ['10.0.0.7'])],
    });
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F05');
  }
});

test('a host that was not looked at is not judged', () => {
  expect(findingsOf(mode, healthyEvidence({ hosts: [publicHost('auth.example.com')] }))).toEqual(
    [],
  );
});
