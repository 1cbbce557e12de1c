import { describe, expect, test } from 'vitest';
import { client as claudeCode } from '../clients/claude-code.ts';
import { client as hosted } from '../clients/claude-hosted.ts';
import type { TlsFacts } from '../ports.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { publicHost } from '../testing/healthy-answers.ts';
import { hostAt, tlsBy } from '../testing/host-facts.ts';
import { findingsOf, onlyFinding, verdictOf } from '../testing/judge-one.ts';
import { mode } from './f11-tls-inspection.ts';

const seen = (tls: TlsFacts, mapped = false, address = '93.184.216.34') =>
  healthyEvidence({ hosts: [hostAt('mcp.example.com', [address], { tls, mapped })] });

test.each([
  ['Zscaler Inc., Zscaler Intermediate Root CA', null, 'SELF_SIGNED_CERT_IN_CHAIN', 'error'],
  ['Acme, Netskope Proxy', 'system', null, 'warning'],
  ['mitmproxy', 'added', null, 'advice'],
] as const)('an authority of %s, trusted by %s', (issuer, trustedBy, code, severity) => {
  const found = onlyFinding(mode, seen(tlsBy(issuer, trustedBy, code)));
  expect(found).toMatchObject({ severity, confidence: 'likely' });
  expect(found.explanation).toContain(`comes from “${issuer}” here`);
  expect(found.snippet).toContain('NODE_EXTRA_CA_CERTS');
  expect(found.evidence).toMatchObject([{ kind: 'tls', host: 'mcp.example.com:443' }]);
});

test('advice never turns verification off', () => {
  expect(mode.whatToDo).toContain('Never set NODE_TLS_REJECT_UNAUTHORIZED=0');
});

describe('an authority that is no product’s', () => {
  test('and that the system alone trusts is told, as possible', () => {
    const found = onlyFinding(mode, seen(tlsBy('Acme Root', 'system')));
    expect(found).toMatchObject({ severity: 'advice', confidence: 'possible' });
    expect(found.explanation).toContain('“Acme Root”');
  });

  test.each([
    ['that everybody trusts', seen(tlsBy('Let’s Encrypt, R11', 'bundled'))],
    ['that the user added', seen(tlsBy('Acme Root', 'added'))],
    ['inside a network', seen(tlsBy('Acme Root', 'system'), false, '10.0.0.7')],
    ['where --connect-to leads', seen(tlsBy('Acme Root', 'system'), true)],
    [
      'that nobody trusts, which is F10',
      seen(tlsBy('Acme Root', null, 'SELF_SIGNED_CERT_IN_CHAIN')),
    ],
    ['that was not seen', seen({ protocol: null, sent: [], trustedBy: null, failure: null })],
  ])('%s is none of this', (_, evidence) => {
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});

test('a client here stops at it, and what Claude’s cloud sees is not known', () => {
  const tls = tlsBy('Zscaler Root CA', null, 'SELF_SIGNED_CERT_IN_CHAIN');
  const evidence = healthyEvidence({
    first: contacts({ post: 'tls' }),
    hosts: [publicHost('mcp.example.com', { tls })],
  });
  expect(verdictOf(claudeCode, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F11' });
  expect(verdictOf(hosted, evidence)).toMatchObject({ outcome: 'unknown', cause: 'F11' });
});
