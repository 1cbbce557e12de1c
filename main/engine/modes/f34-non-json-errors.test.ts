import { describe, expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { contacts, exchange, ISSUER, OPEN, type Answer } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { answerText } from '../testing/fake-answers.ts';
import { findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f34-non-json-errors.ts';

const page = (status: number) => answerText('<!doctype html><h1>Error</h1>', status);
const token = (answer: Answer) => {
  const endpoints = healthyEndpoints({ token: exchange({ url: `${ISSUER}/token`, answer }) });
  const server = authorizationServer(ISSUER, serverDocument(), { endpoints });
  return healthyEvidence({ authorizationServers: [mcpOrigin(), server] });
};
const withPage = (one: DocumentAttempt, status: number): DocumentAttempt => ({
  ...one,
  exchanges: one.exchanges.map((asked) => ({ ...asked, outcome: page(status) })),
});
const at = (...resourceMetadata: DocumentAttempt[]) => healthyEvidence({ resourceMetadata });

describe('an error as a web page', () => {
  test('at the token endpoint is a warning: clients read it', () => {
    const found = onlyFinding(mode, token(page(500)));
    expect(found.severity).toBe('warning');
    expect(found.explanation).toContain(`${ISSUER}/token answers 500 with a page.`);
  });

  test.each([404, 500])('%i at a metadata address is advice', (status) => {
    const evidence = at(withPage(missing('path', status), status), missing('root'));
    expect(onlyFinding(mode, evidence)).toMatchObject({
      severity: 'advice',
      evidence: [{ exchange: 'path' }],
    });
  });

  test('is told by its content type as well', () => {
    const typed = answerText('Not found', 404, [['Content-Type', 'text/html; charset=utf-8']]);
    expect(findingsOf(mode, token(typed))).toHaveLength(1);
  });

  test('at one address is named once, also where the 401 names it', () => {
    const one = withPage(missing('path'), 404);
    expect(onlyFinding(mode, at({ ...one, place: 'header' }, one)).evidence).toHaveLength(1);
  });
});

describe('not found', () => {
  test.each([
    ['JSON', answerText('{"error":"x"}', 400)],
    ['nothing', 404],
    ['a login, which is F25’s', page(403)],
    ['no answer', 'reset'],
  ] as const)('%s', (_, answer) => {
    expect(findingsOf(mode, token(answer))).toEqual([]);
  });

  test('F36: without sign-in', () => {
    expect(findingsOf(mode, { ...token(page(500)), first: contacts({ post: OPEN }) })).toEqual([]);
  });
});
