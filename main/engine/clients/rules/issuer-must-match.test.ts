import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  withResource,
} from '../../testing/evidence-builders.ts';
import { contacts, ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { issuerMustMatch } from './issuer-must-match.ts';

const strict = issuerMustMatch('prm-slash-passes', 'It stops.', 'observed', 'a run');
const unsure = issuerMustMatch('at-risk', 'Nobody has seen it.', 'inferred', 'RFC 8414 §3.3');
const pair = (named: string, issuer: string) => ({
  ...withResource({ authorization_servers: [named] }),
  authorizationServers: [authorizationServer(named, serverDocument({ issuer }))],
});
const outcome = (rule: typeof strict, named: string, issuer: string) =>
  hitOf(rule, pair(named, issuer))?.outcome ?? null;

describe('AS-07, AS-08', () => {
  test.each([
    ['the same', ISSUER, ISSUER, null, null],
    ['the resource metadata has the slash', `${ISSUER}/`, ISSUER, null, 'at-risk'],
    ['the issuer has the slash', ISSUER, `${ISSUER}/`, 'blocked', 'at-risk'],
    ['another host', ISSUER, 'https://x.example', 'blocked', 'blocked'],
    ['upper case', ISSUER, 'https://AUTH.example.com', 'blocked', 'blocked'],
  ])('%s', (_, named, issuer, sdk, hosted) => {
    expect(outcome(strict, named, issuer)).toBe(sdk);
    expect(outcome(unsure, named, issuer)).toBe(hosted);
  });
});

test('the MCP origin as issuer is compared without the slash that nobody wrote', () => {
  const own = (issuer: string) =>
    healthyEvidence({
      first: contacts(),
      resourceMetadata: [missing('path')],
      authorizationServers: [mcpOrigin([attempt('oauth', serverDocument({ issuer }))])],
    });
  expect(hitOf(unsure, own('https://mcp.example.com'))).toBeNull();
  expect(hitOf(strict, own('https://mcp.example.com'))).toBeNull();
  expect(hitOf(strict, own('https://x.example'))).toMatchObject({
    outcome: 'blocked',
    cause: 'F24',
  });
});
