import { expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  withServer,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { allCodesOn, allFindingsOn } from '../testing/judge-one.ts';

const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).find(({ code }) => code === 'F18');

test('AS-10: an endpoint without TLS is an error', () => {
  const finding = found(withServer({ token_endpoint: 'http://auth.example.com/token' }));
  expect(finding).toMatchObject({ severity: 'error', requirements: ['AS-10'] });
  expect(finding?.explanation).toContain(
    'token_endpoint is not https: http://auth.example.com/token.',
  );
});

test('AS-28: a sign-in page on another host without iss is a warning, with both hosts', () => {
  const finding = found(withServer({ authorization_endpoint: 'https://www.example.com/oauth' }));
  expect(finding).toMatchObject({ severity: 'warning', requirements: ['AS-28'] });
  expect(finding?.evidence[0]).toMatchObject({
    kind: 'mismatch',
    expected: ISSUER,
    received: 'https://www.example.com',
  });
});

test('AS-23: metadata that moved to another host is one finding, and the guess follows from it', () => {
  const to = 'https://login.example.com/.well-known/oauth-authorization-server';
  const moved = missing('oauth', { kind: 'redirect', status: 301, to });
  const server = authorizationServer(ISSUER, [moved, missing('oidc')], { guessed: 404 });
  const evidence = healthyEvidence({ authorizationServers: [mcpOrigin(), server] });
  expect(found(evidence)).toMatchObject({ severity: 'error', requirements: ['AS-23'] });
  const codes = allCodesOn(evidence);
  expect(codes).toContain('F30');
  for (const code of ['F25', 'F28']) expect(codes).not.toContain(code);
});

test('endpoints on the issuer’s host are fine', () => {
  expect(found(healthyEvidence())).toBeUndefined();
});
