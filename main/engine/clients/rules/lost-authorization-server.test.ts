import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  PAGE,
  resourceDocument,
  serverDocument,
} from '../../testing/evidence-builders.ts';
import { contacts, ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { lostAuthorizationServer } from './lost-authorization-server.ts';

const rule = lostAuthorizationServer('observed', 'a run');
const NOTHING = [missing('oauth'), missing('oidc')];

describe('AS-27: named, without metadata', () => {
  const guessing = (guessed: number) =>
    hitOf(
      rule,
      healthyEvidence({
        authorizationServers: [authorizationServer(ISSUER, NOTHING, { guessed })],
      }),
    );

  test('a guess that meets a page is a risk', () => {
    expect(guessing(302)).toMatchObject({ outcome: 'at-risk', cause: 'F28' });
    expect(guessing(302)?.why).toContain(`guesses ${ISSUER}/authorize, which answers 302`);
  });

  test('a guess that meets nothing blocks', () => {
    expect(guessing(404)).toMatchObject({ outcome: 'blocked', cause: 'F28' });
  });
});

test('AS-06: a wrong answer ends it, whatever lies behind', () => {
  const server = authorizationServer(ISSUER, [missing('oauth', PAGE)]);
  const hit = hitOf(rule, healthyEvidence({ authorizationServers: [server] }));
  expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F28' });
  expect(hit?.why).toContain(`${ISSUER}/.well-known/oauth-authorization-server`);
});

describe('what its addresses answered is the cause', () => {
  const defective = attempt('oauth', serverDocument({ token_endpoint: null }));
  const moved = missing('oauth', {
    kind: 'redirect',
    status: 302,
    to: 'https://x.example/.well-known/oauth-authorization-server',
  });

  test.each([
    ['F17', 'blocked', [defective]],
    ['F18', 'at-risk', [moved, missing('oidc')]],
  ] as const)('%s', (cause, outcome, attempts) => {
    const server = authorizationServer(ISSUER, attempts, { guessed: 302 });
    const hit = hitOf(rule, healthyEvidence({ authorizationServers: [server] }));
    expect(hit).toMatchObject({ outcome, cause });
  });
});

describe('on the MCP origin, what lost the resource metadata is the cause', () => {
  const origin = { authorizationServers: [mcpOrigin(NOTHING, 404)] };

  test.each([
    ['F23', attempt('header', serverDocument())],
    ['F24', missing('header')],
    ['F25', missing('header', 401)],
    ['F27', attempt('header', resourceDocument({ resource: undefined }))],
  ])('%s', (cause, document) => {
    expect(hitOf(rule, healthyEvidence({ resourceMetadata: [document], ...origin }))).toMatchObject(
      { cause },
    );
  });

  test('F22: a good document that the client could not read the name of', () => {
    const evidence = healthyEvidence({
      first: contacts({ header: 'Bearer resource_metadata="/meta"' }),
      resourceMetadata: [attempt('header', resourceDocument()), missing('path'), missing('root')],
      ...origin,
    });
    expect(hitOf(rule, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F22' });
  });
});

test('with metadata nothing is lost', () => {
  expect(hitOf(rule, healthyEvidence())).toBeNull();
});

test('F27, D6: an issuer that is no http address is no server to go to', () => {
  const issuer = 'urn:example:as';
  const resource = attempt('path', resourceDocument({ authorization_servers: [issuer] }));
  const server = { ...authorizationServer(ISSUER, []), issuer };
  const evidence = healthyEvidence({
    resourceMetadata: [resource],
    authorizationServers: [server],
  });
  const hit = hitOf(rule, evidence);
  expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F27' });
  expect(hit?.why).not.toContain('null');
});
