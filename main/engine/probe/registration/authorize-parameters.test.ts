import { describe, expect, test } from 'vitest';
import { clientParameters, isLoopbackRedirect, STATE } from './authorize-parameters.ts';

const FACTS = {
  url: 'https://MCP.example.com:443/mcp/#top',
  resource: 'https://mcp.example.com',
  scope: 'mcp:tools',
  offersOffline: true,
};
const own = (redirectUri: string, scope: string | null = null) => ({
  clientId: 'c',
  redirectUri,
  scope,
});
const LOOPBACK = own('http://localhost/callback', 'mcp:tools offline_access');

test('a loopback redirect without a port gets one, any other stays as it was registered', () => {
  const sent = (uri: string) => clientParameters('vscode', own(uri), FACTS).redirect_uri;
  expect(sent('http://127.0.0.1/')).toMatch(/^http:\/\/127\.0\.0\.1:\d{5}\/$/);
  for (const uri of ['http://127.0.0.1:33418/', 'https://claude.ai/cb', 'cursor://x/cb'])
    expect(sent(uri)).toBe(uri);
});

describe('the resource', () => {
  test('is that of the metadata as the URL standard spells it', () => {
    expect(clientParameters('claude-code', LOOPBACK, FACTS).resource).toBe(
      'https://mcp.example.com/',
    );
  });

  test('is none where the metadata has none, or none that is a URL', () => {
    for (const resource of [null, 'mcp'])
      expect(clientParameters('claude-code', LOOPBACK, { ...FACTS, resource }).resource).toBeNull();
  });

  test('is the canonical URL for hosted Claude', () => {
    const { resource } = clientParameters('claude-hosted', LOOPBACK, FACTS);
    expect(resource).toBe('https://mcp.example.com/mcp');
  });
});

describe('the scope', () => {
  test('is what was registered, and consent is asked for to stay signed in', () => {
    expect(clientParameters('claude-code', LOOPBACK, FACTS)).toMatchObject({
      scope: 'mcp:tools offline_access',
      prompt: 'consent',
    });
    expect(clientParameters('vscode', LOOPBACK, FACTS).prompt).toBeNull();
  });

  test('is what is advertised where none was registered, none where nothing is', () => {
    const sent = (scope: string | null) =>
      clientParameters('claude-hosted', own('https://claude.ai/cb'), { ...FACTS, scope }).scope;
    expect(sent('mcp:tools')).toBe('mcp:tools offline_access');
    expect(sent('offline_access')).toBe('offline_access');
    expect(sent(null)).toBeNull();
  });
});

test('the state is as long as those of clients, and harmless in an address', () => {
  expect(STATE).toMatch(/^[\w-]{36,48}$/);
});

test.each([
  ['http://localhost:1/cb', true],
  ['http://[::1]/cb', true],
  ['https://localhost/cb', false],
  ['cursor://localhost', false],
  ['', false],
])('loopback: %s is %s', (uri, isLoopback) => {
  expect(isLoopbackRedirect(uri)).toBe(isLoopback);
});
