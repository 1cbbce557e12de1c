import { describe, expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
  UNASKED,
} from '../testing/evidence-builders.ts';
import { bearer, contacts } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { allFindingsOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f88-api-key-only.ts';

const NOWHERE = {
  resourceMetadata: [missing('path'), missing('root')],
  authorizationServers: [mcpOrigin()],
};
const refusing = (body: string, status = 401, header: string | null = null, more = {}) =>
  healthyEvidence({
    first: contacts({
      post: answerText(body, status, header === null ? [] : [['WWW-Authenticate', header]]),
    }),
    ...NOWHERE,
    ...more,
  });
const WANTED = '{"error": "Missing API key. Pass it in X-Api-Key."}';

describe('a server that asks for a key and knows no OAuth is found', () => {
  test.each([
    ['by its body', WANTED, 401, null],
    ['with 403', '{"error":"api_key required"}', 403, null],
    ['by the parameter it wants', 'Append ?token=YOUR_TOKEN to the URL', 401, null],
    ['by its challenge', '', 401, 'ApiKey realm="x"'],
  ])('%s', (_, body, status, header) => {
    expect(onlyFinding(mode, refusing(body, status, header))).toMatchObject({
      severity: 'error',
      clients: ['claude-hosted'],
      evidence: [{ kind: 'http', exchange: 'legacy' }, { kind: 'header' }],
    });
  });

  test('with what it said', () => {
    const found = onlyFinding(mode, refusing(WANTED));
    expect(found.explanation).toContain('“Missing API key. Pass it in X-Api-Key.”');
  });

  test('and what is missing for OAuth follows from it', () => {
    const errors = allFindingsOn(refusing(WANTED)).filter(({ severity }) => severity !== 'advice');
    const causes = errors.filter(({ consequenceOf }) => consequenceOf === null);
    expect(errors.length).toBeGreaterThan(causes.length);
    expect(causes.map(({ code }) => code)).toEqual(['F88']);
  });
});

describe('it is not taken for one where OAuth may be meant', () => {
  const served = { resourceMetadata: [attempt('path', resourceDocument())] };
  const origin = { authorizationServers: [mcpOrigin([attempt('oauth', serverDocument())])] };
  test.each([
    ['a Bearer challenge', refusing(WANTED, 401, 'Bearer')],
    ['a challenge that names metadata', refusing(WANTED, 401, bearer().replace('Bearer', 'DPoP'))],
    ['resource metadata', refusing(WANTED, 401, null, served)],
    ['server metadata at the origin', refusing(WANTED, 401, null, origin)],
    [
      'an address that was not asked',
      refusing(WANTED, 401, null, { resourceMetadata: [missing('path', UNASKED)] }),
    ],
    ['a 401 that says nothing of a key', refusing('{"error":"unauthorized"}')],
    ['a page of the server', refusing(WANTED, 404)],
    ['the healthy server', healthyEvidence()],
  ])('%s', (_, evidence) => {
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});
