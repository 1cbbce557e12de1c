import { describe, expect, test } from 'vitest';
import { HOSTED_POLICY } from '../policies/hosted-policy.ts';
import { SDK_POLICY } from '../policies/sdk-policy.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  resourceDocument,
  serverDocument,
} from '../../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER, OPEN } from '../../testing/exchange-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import type { DocumentAttempt, TargetEvidence } from '../../model/evidence.ts';
import { contactOf, replayDiscovery, speaksOnlyEventStream } from './replay.ts';

const sdk = (evidence: TargetEvidence) => replayDiscovery(evidence, SDK_POLICY)!;
const hosted = (evidence: TargetEvidence) => replayDiscovery(evidence, HOSTED_POLICY)!;
const GOOD = resourceDocument();
const placesOf = (attempts: readonly DocumentAttempt[]) => attempts.map(({ place }) => place);

test('without a URL or without a gathered server there is nothing to replay', () => {
  expect(replayDiscovery(healthyEvidence({ url: null }), SDK_POLICY)).toBeNull();
  expect(replayDiscovery(healthyEvidence({ first: null }), SDK_POLICY)).toBeNull();
});

describe('the request that decides', () => {
  const stream = answerText('', 200, [['Content-Type', 'text/event-stream; charset=utf-8']]);

  test.each([
    ['POST, where it is answered', contacts({ post: 401 }), 'legacy'],
    ['POST, where nothing knows the path', contacts({ post: 404 }), 'legacy'],
    [
      'GET, where POST is unknown and GET asks for a token',
      contacts({ post: 405, stream: 401 }),
      'stream',
    ],
    [
      'GET, where POST is unknown and GET opens a stream',
      contacts({ post: 404, stream }),
      'stream',
    ],
    [
      'POST, where GET answers a page',
      contacts({ post: 404, stream: answerText('<html>') }),
      'legacy',
    ],
    ['POST, where GET fails', contacts({ post: 404, stream: 'reset' }), 'legacy'],
  ])('%s', (_, first, id) => {
    expect(contactOf(first).id).toBe(id);
    expect(speaksOnlyEventStream(first)).toBe(id === 'stream');
  });
});

describe('resource metadata', () => {
  const documents = (header: string | null, ...resourceMetadata: DocumentAttempt[]) =>
    healthyEvidence({ first: contacts({ header }), resourceMetadata });

  test('named by the 401 is asked there only', () => {
    const replay = sdk(documents(bearer(), missing('header'), attempt('path', GOOD)));
    expect(placesOf(replay.resourceTried)).toEqual(['header']);
    expect(replay.resource).toBeNull();
  });

  test('not named is asked at the path, then at the root behind a 4xx', () => {
    const replay = sdk(documents(null, missing('path'), attempt('root', GOOD)));
    expect(placesOf(replay.resourceTried)).toEqual(['path', 'root']);
    expect(replay.resource?.place).toBe('root');
  });

  test.each([
    ['a page', PAGE],
    ['500', 500],
  ] as const)('behind %s the SDK stops and hosted Claude goes on', (_, why) => {
    const evidence = documents(null, missing('path', why), attempt('root', GOOD));
    expect(sdk(evidence).resource).toBeNull();
    expect(hosted(evidence).resource?.place).toBe('root');
  });

  test('behind 502 the SDK goes on', () => {
    expect(sdk(documents(null, missing('path', 502), attempt('root', GOOD))).resource?.place).toBe(
      'root',
    );
  });

  test('a document that another spelling of the header named is not this client’s', () => {
    const other = 'https://mcp.example.com/other';
    const evidence = documents(bearer(), attempt('header', GOOD, other), attempt('path', GOOD));
    expect(sdk(evidence).resource?.place).toBe('path');
  });
});

describe('the authorization server', () => {
  test('is the first that the metadata names', () => {
    expect(sdk(healthyEvidence())).toMatchObject({ issuer: ISSUER, issuerFrom: 'metadata' });
  });

  test('is the MCP origin where there is no metadata', () => {
    const evidence = healthyEvidence({ first: contacts(), resourceMetadata: [missing('path')] });
    expect(sdk(evidence)).toMatchObject({
      issuer: 'https://mcp.example.com/',
      issuerFrom: 'origin',
    });
    expect(sdk(evidence).server?.issuer).toBe('https://mcp.example.com/');
  });
});

describe('server metadata', () => {
  const servers = (...attempts: DocumentAttempt[]) =>
    healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });

  test('is the first good document', () => {
    const replay = sdk(servers(missing('oauth'), attempt('oidc', openidDocument())));
    expect(replay).toMatchObject({ metadata: { place: 'oidc' }, metadataStop: null });
  });

  test('AS-06: behind a wrong answer the SDK stops and hosted Claude goes on', () => {
    const evidence = servers(missing('oauth', PAGE), attempt('oidc', openidDocument()));
    expect(sdk(evidence)).toMatchObject({ metadata: null, metadataStop: { place: 'oauth' } });
    expect(hosted(evidence)).toMatchObject({ metadata: { place: 'oidc' }, metadataStop: null });
  });

  test('at places where no client looks is not found', () => {
    const evidence = servers(
      missing('oauth'),
      attempt('oauth-root', serverDocument()),
      attempt('oauth-path', serverDocument()),
    );
    expect(sdk(evidence).metadata).toBeNull();
  });
});

test('a server that answers a result is open, one that answers an error or a page is not', () => {
  const open = (body: string) =>
    sdk(healthyEvidence({ first: contacts({ post: answerText(body) }) })).isOpen;
  expect(sdk(healthyEvidence({ first: contacts({ post: OPEN }) })).isOpen).toBe(true);
  expect(open('{"jsonrpc":"2.0","id":0,"error":{}}')).toBe(false);
  expect(open('<html>')).toBe(false);
});
