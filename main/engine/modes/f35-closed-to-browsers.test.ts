import { expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { exchange, ISSUER } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import { allFindingsOn } from '../testing/judge-one.ts';
import type { TargetEvidence } from '../model/evidence.ts';

const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).find(({ code }) => code === 'F35');
const url = `${ISSUER}/token`;

test('AS-24: a token endpoint that answers no preflight is advice, and Claude is told apart', () => {
  const preflight = exchange({ id: 'cors', method: 'OPTIONS', url, answer: 405 });
  const server = authorizationServer(ISSUER, serverDocument(), {
    endpoints: healthyEndpoints({ preflight }),
  });
  const finding = found(healthyEvidence({ authorizationServers: [mcpOrigin(), server] }));
  expect(finding).toMatchObject({
    severity: 'advice',
    requirements: ['AS-24'],
    evidence: [{ kind: 'http', exchange: 'cors' }],
  });
  expect(finding?.explanation).toContain('Claude and the command-line clients can.');
});

test('a server that lets pages read is fine', () => {
  expect(found(healthyEvidence())).toBeUndefined();
});
