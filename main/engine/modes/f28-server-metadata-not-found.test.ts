import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  contacts,
  healthyEvidence,
  ISSUER,
  mcpOrigin,
  missing,
  OPEN,
  openidDocument,
  PAGE,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f28-server-metadata-not-found.ts';

const servers = (...attempts: DocumentAttempt[]) =>
  healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });
const GOOD = serverDocument();

describe('nowhere', () => {
  test('is found, with the server and every address', () => {
    const found = onlyFinding(mode, servers(missing('oauth'), missing('oidc')));
    expect(found.title).toBe('The authorization server publishes no metadata');
    expect(found.explanation).toContain(`The authorization server here is ${ISSUER}.`);
    expect(found.evidence).toMatchObject([{ exchange: 'oauth' }, { exchange: 'oidc' }]);
  });

  test('is also where only the address that clients stopped asking answers', () => {
    expect(findingsOf(mode, servers(missing('oauth'), attempt('oauth-path', GOOD)))).toHaveLength(
      1,
    );
  });
});

describe('AS-02: at the root of an issuer with a path', () => {
  test('is found as misplaced, since no client looks there', () => {
    const issuer = `${ISSUER}/acme`;
    const attempts = [
      missing('oauth'),
      missing('oidc'),
      missing('oidc-appended'),
      attempt('oauth-root', GOOD),
    ];
    const evidence = {
      ...withResource({ authorization_servers: [issuer] }),
      authorizationServers: [mcpOrigin(), authorizationServer(issuer, attempts)],
    };
    expect(onlyFinding(mode, evidence)).toMatchObject({
      title: 'The authorization server’s metadata lies at the root',
      evidence: [
        { exchange: 'oauth' },
        { exchange: 'oidc' },
        { exchange: 'oidc-appended' },
        { exchange: 'oauth-root' },
      ],
    });
  });
});

describe('AS-06: a wrong answer before the good document', () => {
  test.each([
    ['a page', PAGE, 'answers with an HTML page'],
    ['an error of the server', 500, 'answers 500'],
  ] as const)('%s hides it from clients of the TypeScript SDK', (_, why, words) => {
    const found = onlyFinding(
      mode,
      servers(missing('oauth', why), attempt('oidc', openidDocument())),
    );
    expect(found).toMatchObject({
      title: 'A wrong answer hides the authorization server’s metadata',
      clients: ['claude-code', 'mcp-remote', 'ts-sdk'],
    });
    expect(found.explanation).toContain(`oauth-authorization-server ${words}.`);
  });

  test('a document with a defect hides it too, and the defect is named', () => {
    const broken = attempt('oauth', serverDocument({ token_endpoint: undefined }));
    const found = onlyFinding(mode, servers(broken, attempt('oidc', openidDocument())));
    expect(found.explanation).toContain(
      'oauth-authorization-server lacks a usable token_endpoint.',
    );
  });

  test.each([404, 403, 502])('%i before it hinders nobody', (status) => {
    expect(codesOn(servers(missing('oauth', status), attempt('oidc', openidDocument())))).toEqual(
      [],
    );
  });
});

describe('AS-09, AS-11, AS-19: a document that lacks what clients check', () => {
  test.each([
    ['oauth', { token_endpoint: undefined }, 'token_endpoint'],
    ['oauth', { authorization_endpoint: '/authorize' }, 'authorization_endpoint'],
    ['oauth', { response_types_supported: undefined }, 'response_types_supported'],
    ['oidc', { jwks_uri: undefined }, 'jwks_uri'],
    ['oidc', { subject_types_supported: 'public' }, 'subject_types_supported'],
  ] as const)('at %s, %j', (place, changes, member) => {
    const document = place === 'oidc' ? openidDocument(changes) : serverDocument(changes);
    expect(onlyFinding(mode, servers(attempt(place, document))).title).toBe(
      `The authorization server’s metadata lacks a usable ${member}`,
    );
  });

  test('the members of OpenID are asked of OpenID documents only', () => {
    expect(findingsOf(mode, servers(attempt('oauth', GOOD)))).toEqual([]);
  });
});

describe('not found', () => {
  test('where the first address is good', () => {
    expect(findingsOf(mode, healthyEvidence())).toEqual([]);
  });

  test('F36: where the server asks for no sign-in', () => {
    const evidence = healthyEvidence({
      resourceMetadata: [missing('path')],
      first: contacts({ post: OPEN }),
    });
    expect(findingsOf(mode, evidence)).toEqual([]);
  });

  test('where the issuer is wrong, which is F31’s', () => {
    expect(codesOn(withServer({ issuer: 'https://other.example' }))).toEqual(['F31']);
  });
});

test('an address that was never asked is not missing', () => {
  const evidence = servers(missing('oauth', UNASKED), missing('oidc'));
  expect(notSeenBy(mode, evidence)).toContain('oauth-authorization-server was not asked');
});
