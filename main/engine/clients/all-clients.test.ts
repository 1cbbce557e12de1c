import { describe, expect, test } from 'vitest';
import { CLIENT_IDS, type ClientId } from '../../contract/words.ts';
import {
  healthyEvidence,
  mcpOrigin,
  missing,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { contacts, ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { outcomeOf, verdictOf } from '../testing/judge-one.ts';
import { client as thirdParty } from './claude-desktop-3p.ts';
import { client as codeTab } from './claude-desktop-code.ts';
import { client as hosted } from './claude-hosted.ts';
import { client as cursor } from './cursor.ts';
import { CLIENTS } from './index.generated.ts';
import { client as python } from './python-sdk.ts';
import { client as typescript } from './ts-sdk.ts';
import { client as vscode } from './vscode.ts';

const named = CLIENTS.map((client) => [`${client.id} ${client.version}`, client] as const);

describe('every client', () => {
  test.each(named)('%s works with a healthy server', (_, client) => {
    expect(verdictOf(client, healthyEvidence())).toMatchObject({
      outcome: 'works',
      stopsAt: null,
      sees: null,
    });
  });

  test.each(named)('%s says of each rule where it is known from', (_, client) => {
    for (const rule of client.rules) expect(rule.source).not.toBe('');
    expect(client.caveat).toMatch(/\.$/);
  });

  test('is there once in its newest version, but for those whose files only are read', () => {
    const newest = CLIENTS.filter((one) => one.isNewest).map((one) => one.id);
    const onlyRead: readonly ClientId[] = ['claude-desktop-stdio', 'windsurf', 'gemini', 'codex'];
    const known = CLIENT_IDS.filter((one) => !onlyRead.includes(one));
    expect(newest.toSorted()).toEqual([...known].toSorted());
  });

  test.each(named)('%s names a request where it stops', (_, client) => {
    const evidence = healthyEvidence({ first: contacts({ post: 400 }) });
    expect(verdictOf(client, evidence).stopsAt).toEqual({ method: 'POST', url: MCP_URL });
  });
});

test.each([thirdParty, codeTab, cursor].map((client) => [client.id, client] as const))(
  'what is only concluded about %s is never certain',
  (_, client) => {
    const sure = client.rules.filter((one) => one.basis === 'observed');
    expect(sure.every((one) => one.source === 'what this run did not ask')).toBe(true);
    const evidence = withServer({ registration_endpoint: undefined });
    expect(verdictOf(client, evidence).confidence).toBe('possible');
  },
);

describe('VS Code', () => {
  test('asks for a client id where it can get none', () => {
    expect(verdictOf(vscode, withServer({ registration_endpoint: undefined }))).toMatchObject({
      cause: 'F40',
      confidence: 'likely',
      sees: 'A dialog that asks for a client id',
    });
  });

  test('reads a header with spaces round the equals sign, and signs in on 403', () => {
    const header = 'Bearer resource_metadata = "https://mcp.example.com/x"';
    const evidence = healthyEvidence({ first: contacts({ post: 403, header }) });
    expect(outcomeOf(vscode, evidence)).toBe('ok');
  });

  test('PKCE and issuer are never compared', () => {
    const changes = { issuer: 'https://x.example', code_challenge_methods_supported: ['plain'] };
    expect(outcomeOf(vscode, withServer(changes))).toBe('ok');
  });
});

test('third-party mode: 401 only, a resource of ours, https for the sign-in page', () => {
  const redirected = healthyEvidence({ first: contacts({ post: 302 }) });
  expect(outcomeOf(thirdParty, redirected)).toBe('F21');
  expect(outcomeOf(thirdParty, withResource({ resource: 'https://mcp.example.com' }))).toBe('ok');
  expect(outcomeOf(thirdParty, withResource({ resource: 'https://x.example/mcp' }))).toBe('F26');
  const insecure = { authorization_endpoint: 'http://auth.example.com/authorize' };
  expect(outcomeOf(thirdParty, withServer(insecure))).toBe('F18');
  expect(outcomeOf(thirdParty, withServer({ issuer: 'https://x.example' }))).toBe('F31');
});

describe('what the user sees, and where', () => {
  const lost = healthyEvidence({
    resourceMetadata: [missing('header'), missing('path'), missing('root')],
    authorizationServers: [mcpOrigin(undefined, 404)],
  });
  const REGISTER = { method: 'POST', url: 'https://mcp.example.com/register' };

  test.each([
    ['the TypeScript SDK', typescript, 'Dynamic Client Registration rejected (HTTP 404)'],
    ['the Python SDK', python, 'Registration failed: 404'],
  ])('%s without resource metadata registers at the wrong host', (_, client, sees) => {
    expect(verdictOf(client, lost)).toMatchObject({ cause: 'F24', stopsAt: REGISTER, sees });
  });

  test('hosted Claude leaves the tab blank', () => {
    expect(verdictOf(hosted, lost)).toMatchObject({
      cause: 'F24',
      sees: 'A tab that stays blank, or “step=start_error” in its address',
    });
  });

  test('the TypeScript SDK notices a wrong resource behind the server metadata', () => {
    const evidence = withResource({ resource: 'https://x.example/mcp' });
    expect(verdictOf(typescript, evidence).stopsAt?.url).toContain(ISSUER);
    expect(verdictOf(python, evidence).stopsAt?.url).toContain('oauth-protected-resource');
  });
});
