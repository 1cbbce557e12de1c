import { expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { contacts, exchange, ISSUER, OPEN } from '../testing/exchange-builders.ts';
import { healthyProbes } from '../testing/healthy-answers.ts';
import { allFindingsOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f36-open-server-with-metadata.ts';

const NOWHERE = [missing('path'), missing('root')];
const ANSWERED = healthyProbes({ 'tools list': exchange({ answer: OPEN }) });
const open = (more: Parameters<typeof healthyEvidence>[0] = {}) =>
  healthyEvidence({ first: contacts({ post: OPEN }), mcpProbes: ANSWERED, ...more });
const bare = { resourceMetadata: NOWHERE, authorizationServers: [mcpOrigin()] };

test('an open server with resource metadata looks to Claude as if it wanted a sign-in', () => {
  expect(onlyFinding(mode, open())).toMatchObject({
    title: 'The server is open but announces a sign-in',
    severity: 'warning',
    clients: ['claude-hosted'],
    evidence: [
      { exchange: 'legacy' },
      { exchange: 'header' },
      { exchange: 'path' },
      { exchange: 'root' },
    ],
  });
});

test('an open server without any metadata has nothing wrong with it', () => {
  expect(findingsOf(mode, open(bare))).toEqual([]);
});

test('the authorization server of the same origin may be meant for something else', () => {
  const origin = mcpOrigin([attempt('oauth', serverDocument())]);
  const found = onlyFinding(mode, open({ ...bare, authorizationServers: [origin] }));
  expect(found).toMatchObject({ severity: 'advice', confidence: 'possible' });
});

test('one on another origin, which nothing names, is not seen by any client', () => {
  const other = authorizationServer(ISSUER, serverDocument());
  expect(findingsOf(mode, open({ ...bare, authorizationServers: [other] }))).toEqual([]);
});

test('resource metadata of another endpoint of the host is not about this one', () => {
  const document = resourceDocument({ resource: 'https://mcp.example.com/other' });
  const resourceMetadata = [missing('path'), attempt('root', document)];
  expect(findingsOf(mode, open({ ...bare, resourceMetadata }))).toEqual([]);
});

test('RS-37: a server that asks only for calls is told apart, as one fault', () => {
  const evidence = open({ mcpProbes: healthyProbes() });
  expect(onlyFinding(mode, evidence)).toMatchObject({
    title: 'Only some calls ask for a sign-in',
    severity: 'warning',
  });
  const [found, ...others] = allFindingsOn(evidence).filter(
    ({ severity }) => severity !== 'advice',
  );
  expect(found).toMatchObject({ code: 'F36', requirements: ['RS-37'] });
  expect(others).toEqual([]);
});

test('a server that asks for a sign-in is another matter', () => {
  expect(findingsOf(mode, healthyEvidence())).toEqual([]);
  expect(findingsOf(mode, healthyEvidence({ first: contacts({ post: 403 }) }))).toEqual([]);
});
