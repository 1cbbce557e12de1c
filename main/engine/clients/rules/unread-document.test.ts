import { expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  missing,
  openidDocument,
  resourceDocument,
} from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { unreadDocument } from './unread-document.ts';

const rule = unreadDocument();
const LARGE = { kind: 'too-large' } as const;

test('D20: a document that is larger than we read leaves the verdict open', () => {
  const resource = healthyEvidence({ resourceMetadata: [missing('header', LARGE)] });
  expect(hitOf(rule, resource)).toMatchObject({ outcome: 'unknown', cause: 'F24' });
  const server = authorizationServer(ISSUER, [missing('oauth', LARGE)]);
  expect(hitOf(rule, healthyEvidence({ authorizationServers: [server] }))).toMatchObject({
    outcome: 'unknown',
    cause: 'F28',
  });
});

test('what the client takes before it is enough', () => {
  const resourceMetadata = [attempt('header', resourceDocument()), missing('root', LARGE)];
  const server = authorizationServer(ISSUER, [
    attempt('oauth', openidDocument()),
    missing('oidc', LARGE),
  ]);
  expect(
    hitOf(rule, healthyEvidence({ resourceMetadata, authorizationServers: [server] })),
  ).toBeNull();
});
