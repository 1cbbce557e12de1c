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

test('TK-01 shows as F81: a token endpoint where there is nothing', () => {
  const token = exchange({ id: 'token', url: `${ISSUER}/token`, answer: 404 });
  const endpoints = healthyEndpoints({ token });
  const server = authorizationServer(ISSUER, serverDocument(), { endpoints });
  const evidence = healthyEvidence({ authorizationServers: [mcpOrigin(), server] });
  expect(allFindingsOn(evidence)).toMatchObject([
    {
      code: 'F81',
      step: 'token',
      severity: 'error',
      requirements: ['TK-01'],
      evidence: [{ kind: 'http', exchange: 'token' }],
    },
  ]);
});
