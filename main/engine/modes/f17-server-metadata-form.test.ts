import { expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  serverDocument,
  withServer,
  type Changes,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import type { DocumentAttempt, TargetEvidence } from '../model/evidence.ts';
import { allFindingsOn } from '../testing/judge-one.ts';

/** Requirement, what is different, what it weighs, what is said. */
type Row = [id: string, changes: Changes, severity: string, words: string];

const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).find(({ code }) => code === 'F17');
const servers = (...attempts: DocumentAttempt[]) =>
  healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });

test.each<Row>([
  ['AS-09', { token_endpoint: undefined }, 'error', 'token_endpoint is missing.'],
  ['AS-09', { issuer: 'auth' }, 'error', 'issuer is auth, no absolute web address.'],
  [
    'AS-11',
    { response_types_supported: undefined },
    'error',
    'response_types_supported is missing',
  ],
  ['AS-12', { grant_types_supported: ['implicit'] }, 'warning', 'does not list authorization_code'],
  ['AS-20', { registration_endpoint: null }, 'error', 'registration_endpoint is null'],
  ['AS-20', { op_tos_uri: null }, 'warning', 'op_tos_uri is null'],
])('%s: %j', (id, changes, severity, words) => {
  const finding = found(withServer(changes));
  expect(finding).toMatchObject({ severity, requirements: [id], step: 'server-metadata' });
  expect(finding?.explanation).toContain(words);
});

test('AS-19: the members of OpenID, where that is the document that clients read', () => {
  const broken = attempt('oidc', openidDocument({ jwks_uri: undefined }));
  expect(found(servers(missing('oauth'), broken))).toMatchObject({ severity: 'error' });
});

test('AS-19: behind a good document they are advice', () => {
  const broken = attempt('oidc', openidDocument({ jwks_uri: undefined }));
  const evidence = servers(attempt('oauth', serverDocument()), broken);
  expect(found(evidence)).toMatchObject({ severity: 'advice', requirements: ['AS-19'] });
});

test('nothing is wrong with the healthy document, nor where there is none (F28)', () => {
  expect(found(healthyEvidence())).toBeUndefined();
  expect(found(servers(missing('oauth'), missing('oidc')))).toBeUndefined();
});
