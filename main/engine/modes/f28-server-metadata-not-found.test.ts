import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { contacts, ISSUER, OPEN } from '../testing/exchange-builders.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { allCodesOn, codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
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

  test('a document with a defect hides it too: F17 takes it', () => {
    const broken = attempt('oauth', serverDocument({ token_endpoint: undefined }));
    const evidence = servers(broken, attempt('oidc', openidDocument()));
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(allCodesOn(evidence)).toEqual(['F17']);
  });

  test('502 stops the older SDKs only, so it is a warning', () => {
    const evidence = servers(missing('oauth', 502), attempt('oidc', openidDocument()));
    expect(onlyFinding(mode, evidence)).toMatchObject({
      severity: 'warning',
      clients: ['ts-sdk', 'python-sdk'],
    });
  });

  test.each([404, 403])('%i before it hinders nobody', (status) => {
    expect(codesOn(servers(missing('oauth', status), attempt('oidc', openidDocument())))).toEqual(
      [],
    );
  });
});

describe('documents that are there and cannot be used', () => {
  const broken = attempt('oauth', serverDocument({ token_endpoint: undefined }));

  test('a defect is F17’s', () => {
    const evidence = servers(broken, missing('oidc'));
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(allCodesOn(evidence)).toContain('F17');
  });

  test('but a page before it stops clients as well', () => {
    expect(
      findingsOf(mode, servers(missing('oauth', PAGE), { ...broken, place: 'oidc' })),
    ).toHaveLength(1);
  });

  test('AS-23: an address that moved to another host is F18’s', () => {
    const to = 'https://login.example.com/.well-known/oauth-authorization-server';
    const evidence = servers(
      missing('oauth', { kind: 'redirect', status: 302, to }),
      missing('oidc'),
    );
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(allCodesOn(evidence)).toContain('F18');
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
