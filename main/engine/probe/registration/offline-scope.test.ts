import { expect, test } from 'vitest';
import { offersOffline, withOffline } from './offline-scope.ts';

test('a server offers it where its metadata lists it', () => {
  expect(offersOffline({ scopes_supported: ['mcp:read', 'offline_access'] })).toBe(true);
  for (const document of [{}, { scopes_supported: null }, { scopes_supported: ['openid'] }])
    expect(offersOffline(document)).toBe(false);
});

test.each([
  ['mcp-remote', 'mcp:read', true, 'mcp:read offline_access'],
  ['claude-hosted', 'mcp:read', true, 'mcp:read offline_access'],
  ['claude-code', 'offline_access mcp:read', true, 'offline_access mcp:read'],
  ['claude-code', 'mcp:read', false, 'mcp:read'],
  ['claude-code', null, true, null],
  ['vscode', 'mcp:read', true, 'mcp:read'],
] as const)('%s told to ask for %s, offered %s, asks for %s', (as, scope, isOffered, asked) => {
  expect(withOffline(as, scope, isOffered)).toBe(asked);
});
