import { describe, expect, test } from 'vitest';
import type { CertificateFacts } from '../ports.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { publicHost } from '../testing/healthy-answers.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f10-tls.ts';

const DAY = Date.UTC(2026, 0, 2);
const leaf: CertificateFacts = {
  subject: 'mcp.example.com',
  issuer: 'Example Authority R3',
  validFrom: DAY,
  validTo: DAY,
  names: ['other.example', '*.other.example'],
};

/** The first request fails with this code, and the handshake showed this chain. */
function failing(code: string, sent: readonly CertificateFacts[] = []) {
  const failure = { code, message: 'the library says so' };
  const tls = { protocol: 'TLSv1.3', sent, trustedBy: null, failure };
  return healthyEvidence({
    first: contacts({ post: answerFailure('tls', code, failure.message) }),
    hosts: [publicHost('mcp.example.com', { tls })],
  });
}

test.each([
  ['CERT_HAS_EXPIRED', 'The certificate of mcp.example.com has expired', 'until 2026-01-02'],
  ['CERT_NOT_YET_VALID', 'The certificate of mcp.example.com is not valid yet', 'from 2026-01-02'],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'The certificate is not for mcp.example.com',
    'It is for other.example, *.other.example.',
  ],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'mcp.example.com does not send its whole certificate chain',
    'one certificate, issued by “Example Authority R3”',
  ],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'The certificate of mcp.example.com is self-signed',
    'signed by itself',
  ],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'The certificate of mcp.example.com has a private authority',
    '“Example Authority R3”',
  ],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'mcp.example.com speaks no TLS from 1.2 on', 'versions'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'mcp.example.com does not speak TLS at this port', 'plain HTTP'],
  [
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'mcp.example.com wants a certificate from its clients',
    'none to give',
  ],
  ['CERT_SOMETHING_NEW', 'The certificate of mcp.example.com is not accepted', 'Here it says'],
])('RS-38: %s is said in words, with what was seen', (code, title, seen) => {
  const found = onlyFinding(mode, failing(code, [leaf]));
  expect(found.title).toBe(title);
  expect(found.explanation).toContain(seen);
  expect(found.explanation).toContain(`the library says so (${code})`);
  expect(found.evidence).toEqual([
    { kind: 'tls', host: 'mcp.example.com', problem: code, note: 'the library says so' },
  ]);
});

test('where no certificate was seen, nothing is made up about it', () => {
  for (const code of ['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_NOT_YET_VALID'])
    expect(onlyFinding(mode, failing(code)).explanation).not.toMatch(
      /undefined|Invalid|until|It is for/,
    );
});

test('a long list of names is cut', () => {
  const names = Array.from({ length: 9 }, (_, at) => `n${at}.example`);
  const found = onlyFinding(mode, failing('ERR_TLS_CERT_ALTNAME_INVALID', [{ ...leaf, names }]));
  expect(found.explanation).toContain('n5.example and 3 more');
});

describe('one fault, one finding', () => {
  test('a certificate that something here has signed anew is F11', () => {
    const evidence = failing('SELF_SIGNED_CERT_IN_CHAIN', [{ ...leaf, issuer: 'Zscaler Root CA' }]);
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F11');
  });

  test('a connection that is reset is not TLS: F14 takes it', () => {
    const evidence = healthyEvidence({ first: contacts({ post: 'reset' }) });
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F14');
  });

  test('any answer at all means that TLS was fine', () => {
    expect(findingsOf(mode, healthyEvidence({ first: contacts({ post: 500 }) }))).toEqual([]);
  });
});
