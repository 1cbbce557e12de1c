import { expect, test } from 'vitest';
import { contacts, healthyEvidence } from '../testing/evidence-builders.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f10-tls.ts';

const expired = answerFailure('tls', 'CERT_HAS_EXPIRED', 'certificate has expired');

test('a certificate that fails is said with the library’s own words and code', () => {
  const found = onlyFinding(mode, healthyEvidence({ first: contacts({ post: expired }) }));
  expect(found.title).toBe('The certificate of mcp.example.com is not accepted');
  expect(found.explanation).toContain('certificate has expired (CERT_HAS_EXPIRED)');
  expect(found.evidence).toEqual([
    {
      kind: 'tls',
      host: 'mcp.example.com',
      problem: 'CERT_HAS_EXPIRED',
      note: 'certificate has expired',
    },
  ]);
});

test('a connection that is reset is not TLS: F14 takes it', () => {
  const evidence = healthyEvidence({ first: contacts({ post: 'reset' }) });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F14');
});

test('any answer at all means that TLS was fine', () => {
  expect(findingsOf(mode, healthyEvidence({ first: contacts({ post: 500 }) }))).toEqual([]);
});
