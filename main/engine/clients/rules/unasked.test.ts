import { expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  missing,
  resourceDocument,
  serverDocument,
  UNASKED,
} from '../../testing/evidence-builders.ts';
import { contacts, ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { unasked } from './unasked.ts';

const resource = unasked('resource-metadata');
const server = unasked('server-metadata');

test('L1: a document that the run did not get to leaves the verdict open', () => {
  const evidence = healthyEvidence({ resourceMetadata: [missing('header', UNASKED)] });
  expect(hitOf(resource, evidence)).toMatchObject({ outcome: 'unknown', cause: null });
});

test('E2: so does server metadata inside a network that we may not ask', () => {
  const inside = missing('oauth', {
    kind: 'network',
    failure: 'policy',
    detail: 'a private address',
  });
  const evidence = healthyEvidence({
    authorizationServers: [authorizationServer(ISSUER, [inside])],
  });
  expect(hitOf(server, evidence)?.why).toContain('was not asked: a private address.');
});

test('what the client has found already is enough', () => {
  const resourceMetadata = [attempt('path', resourceDocument()), missing('root', UNASKED)];
  const servers = [
    authorizationServer(ISSUER, [attempt('oauth', serverDocument()), missing('oidc', UNASKED)]),
  ];
  const evidence = healthyEvidence({
    first: contacts(),
    resourceMetadata,
    authorizationServers: servers,
  });
  expect(hitOf(resource, evidence)).toBeNull();
  expect(hitOf(server, evidence)).toBeNull();
});
