import { expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { exchange, ISSUER, type Answer } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import { answerText } from '../testing/fake-answers.ts';
import { allFindingsOn } from '../testing/judge-one.ts';

const found = (answer: Answer) => {
  const revocation = exchange({ id: 'revoke', url: `${ISSUER}/revoke`, answer });
  const server = authorizationServer(ISSUER, serverDocument(), {
    endpoints: healthyEndpoints({ revocation }),
  });
  const evidence = healthyEvidence({ authorizationServers: [mcpOrigin(), server] });
  return allFindingsOn(evidence).find(({ code }) => code === 'F79');
};

test('AS-26: an unknown token that is refused is a warning', () => {
  const finding = found(answerText('{"error":"invalid_token"}', 400));
  expect(finding).toMatchObject({
    severity: 'warning',
    requirements: ['AS-26'],
    evidence: [{ kind: 'http', exchange: 'revoke' }],
  });
  expect(finding?.explanation).toContain('Revocation answers 400 for an unknown token');
});

test.each([200, 401])('%i is as it should be, or about the client', (status) => {
  expect(found(status)).toBeUndefined();
});
