import { expect, test } from 'vitest';
import { SDK_POLICY } from '../policies/sdk-policy.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  withResource,
} from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { lostServerCause } from './lost-server-cause.ts';
import { replayDiscovery } from './replay.ts';

const DEAD = 'https://dead.example';
const GONE = missing('oauth', { kind: 'network', failure: 'reset', detail: 'ECONNRESET' });
const causeOf = (second: DocumentAttempt) => {
  const evidence = {
    ...withResource({ authorization_servers: [DEAD, ISSUER] }),
    authorizationServers: [
      mcpOrigin(),
      authorizationServer(DEAD, [missing('oauth'), missing('oidc')]),
      authorizationServer(ISSUER, [second], { index: 1 }),
    ],
  };
  const replay = replayDiscovery(evidence, SDK_POLICY)!;
  return lostServerCause(replay, replay.server!.attempts);
};

test('PR-15: a dead first entry is the cause where a later one lives', () => {
  expect(causeOf(attempt('oauth', serverDocument()))).toBe('F27');
  expect(causeOf(GONE)).toBe('F28');
});

test.each([
  ['F15', [GONE, GONE]],
  ['F28', [GONE, missing('oidc')]],
  ['F28', [missing('oauth'), missing('oidc')]],
] as const)('%s: a host is out of reach as a whole, or not', (cause, attempts) => {
  const servers = [mcpOrigin(), authorizationServer(ISSUER, attempts)];
  const replay = replayDiscovery(healthyEvidence({ authorizationServers: servers }), SDK_POLICY)!;
  expect(lostServerCause(replay, attempts.slice(0, 1))).toBe(cause);
});

test('lost resource metadata is the cause of all that follows', () => {
  const evidence = healthyEvidence({ resourceMetadata: [missing('header')] });
  expect(lostServerCause(replayDiscovery(evidence, SDK_POLICY)!, [])).toBe('F24');
});
