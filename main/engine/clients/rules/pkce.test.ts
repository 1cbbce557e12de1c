import { expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  missing,
  withServer,
} from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { pkce } from './pkce.ts';

const strict = pkce('stops', 'documented', 'a source');
const lenient = pkce('goes-on', 'observed', 'a run');

test.each([
  [['S256'], null, null],
  [['plain', 'S256'], null, null],
  [['plain'], 'blocked', 'blocked'],
  [[], 'blocked', 'blocked'],
  [undefined, 'blocked', null],
])('AS-13, AS-15: %j', (methods, stops, goesOn) => {
  const evidence = withServer({ code_challenge_methods_supported: methods });
  expect(hitOf(strict, evidence)?.outcome ?? null).toBe(stops);
  expect(hitOf(lenient, evidence)?.outcome ?? null).toBe(goesOn);
});

test('without metadata there is nothing to say', () => {
  const none = healthyEvidence({
    authorizationServers: [authorizationServer(ISSUER, [missing('oauth')])],
  });
  expect(hitOf(strict, none)).toBeNull();
});
