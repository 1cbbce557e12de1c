import { describe, expect, test } from 'vitest';
import { SDK_POLICY } from '../clients/policies/sdk-policy.ts';
import { replayDiscovery } from '../clients/replay/replay.ts';
import { signedIn } from '../clients/testing/lab.ts';
import type { Step } from '../../contract/words.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  PAGE,
  withServer,
} from '../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { stopOf } from './stop-of.ts';

const at = (step: Step, evidence: TargetEvidence = healthyEvidence()) => {
  const stop = stopOf(step, replayDiscovery(evidence, SDK_POLICY)!);
  return stop === null ? null : `${stop.method} ${stop.url}`;
};
const METADATA = `GET ${ISSUER}/.well-known/oauth-authorization-server`;

test.each([
  ['local', null],
  ['reach', `POST ${MCP_URL}`],
  ['challenge', `POST ${MCP_URL}`],
  ['resource-metadata', 'GET https://mcp.example.com/.well-known/oauth-protected-resource/mcp'],
  ['server-metadata', METADATA],
  ['registration', `POST ${ISSUER}/register`],
  ['authorize', `GET ${ISSUER}/authorize`],
  ['callback', `GET ${ISSUER}/authorize`],
  ['token', `POST ${ISSUER}/token`],
  ['refresh', `POST ${ISSUER}/token`],
  ['call', `POST ${MCP_URL}`],
] as const)('at the step %s a client makes the request %s last', (step, expected) => {
  expect(at(step)).toBe(expected);
});

describe('where something is missing', () => {
  const server = (...attempts: Parameters<typeof missing>[1][]) =>
    healthyEvidence({
      authorizationServers: [
        mcpOrigin(),
        authorizationServer(
          ISSUER,
          attempts.map((why, index) => missing(index === 0 ? 'oauth' : 'oidc', why)),
        ),
      ],
    });

  test('an answer that ends the search is the last', () => {
    expect(at('server-metadata', server(PAGE, 404))).toBe(METADATA);
  });

  test('without any document it registers at a guess', () => {
    expect(at('server-metadata', server(404, 404))).toBe(`POST ${ISSUER}/register`);
    expect(at('token', server(404, 404))).toBe(`POST ${ISSUER}/token`);
  });

  test('without a registration endpoint the document that names none is the last', () => {
    expect(at('registration', withServer({ registration_endpoint: undefined }))).toBe(METADATA);
  });

  test('an issuer that is no address is never asked for anything', () => {
    const evidence = healthyEvidence({ authorizationServers: [] });
    const replay = { ...replayDiscovery(evidence, SDK_POLICY)!, issuer: 'urn:example:as' };
    expect(stopOf('token', replay)).toBeNull();
  });
});

test('what a sign-in really asked goes before what the metadata says', () => {
  const signIn = signedIn({ issuer: 'https://elsewhere.example' });
  expect(at('token', healthyEvidence({ signIn }))).toBe('POST https://elsewhere.example/token');
  expect(at('call', healthyEvidence({ signIn }))).toBe(`POST ${MCP_URL}`);
});
