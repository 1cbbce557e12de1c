import type { NeedsAuthEntry, RemoteLock, StoredSignIn } from '../model/store-evidence.ts';

/** A good sign-in of Claude Code for “acme”, changed where a test says so. */
export function sampleSignIn(changes: Partial<StoredSignIn> = {}): StoredSignIn {
  return {
    client: 'claude-code',
    file: '/home/ada/.claude/.credentials.json',
    pointer: '/mcpOAuth/acme|0a1b',
    server: 'acme',
    url: 'https://mcp.acme.dev/mcp',
    hash: null,
    version: null,
    access: 'present',
    refresh: 'present',
    expiresAt: null,
    clientId: 'client-1',
    issuer: 'https://as.acme.dev',
    redirectUris: [],
    scope: null,
    modifiedAt: null,
    ...changes,
  };
}

/** A note that “acme” asked for a sign-in. */
export function sampleNeedsAuth(changes: Partial<NeedsAuthEntry> = {}): NeedsAuthEntry {
  return {
    file: '/home/ada/.claude/mcp-needs-auth-cache.json',
    pointer: '/acme',
    server: 'acme',
    since: 0,
    ttlMs: null,
    ...changes,
  };
}

/** A lock of mcp-remote whose process cannot be seen. */
export function sampleLock(changes: Partial<RemoteLock> = {}): RemoteLock {
  return {
    file: '/home/ada/.mcp-auth/mcp-remote-0.1.37/0a_lock.json',
    hash: '0a',
    version: '0.1.37',
    pid: 77,
    port: 12_543,
    startedAt: 0,
    alive: null,
    ...changes,
  };
}
