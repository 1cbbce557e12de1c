import { expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  openidDocument,
  serverDocument,
  withServer,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { allFindingsOn } from '../testing/judge-one.ts';

const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).find(({ code }) => code === 'F19');

test('AS-21: two documents that name different endpoints are a warning, with both', () => {
  const other = `${ISSUER}/oidc/token`;
  const attempts = [
    attempt('oauth', serverDocument()),
    attempt('oidc', openidDocument({ token_endpoint: other })),
  ];
  const evidence = healthyEvidence({
    authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)],
  });
  expect(found(evidence)).toMatchObject({ severity: 'warning', requirements: ['AS-21'] });
  expect(found(evidence)?.evidence[0]).toMatchObject({
    kind: 'mismatch',
    what: 'token_endpoint',
    received: other,
  });
});

test('AS-22: scopes that the authorization server does not list', () => {
  const finding = found(withServer({ scopes_supported: ['openid'] }));
  expect(finding).toMatchObject({ severity: 'warning', requirements: ['AS-22'] });
  expect(finding?.explanation).toContain('ask for mcp:tools, which');
});

test('AS-16: no public clients, where an id is entered by hand, is advice', () => {
  const finding = found(withServer({ registration_endpoint: undefined }));
  expect(finding).toMatchObject({ severity: 'advice', requirements: ['AS-16'] });
});

test('a server where clients register need not list public clients', () => {
  expect(found(healthyEvidence())).toBeUndefined();
});
