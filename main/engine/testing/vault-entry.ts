import { Secret } from '../secrets/secret.ts';
import type { VaultEntry } from '../secrets/token-entry.ts';

/** A kept sign-in with both tokens, whose values all begin with `planted-`. */
export function vaultEntry(changes: Partial<VaultEntry> = {}): VaultEntry {
  return {
    issuer: 'https://auth.example.com',
    resource: 'https://mcp.example.com/mcp',
    identity: {
      id: 'client-1',
      from: 'registered',
      secret: new Secret('planted-client-secret'),
      method: 'client_secret_basic',
      management: {
        uri: 'https://auth.example.com/register/client-1',
        token: new Secret('planted-management'),
      },
    },
    access: new Secret('planted-access'),
    refresh: new Secret('planted-refresh'),
    tokenEndpoint: 'https://auth.example.com/token',
    revocationEndpoint: 'https://auth.example.com/revoke',
    scope: 'read write',
    expiresAt: Date.UTC(2026, 10, 23, 13),
    pendingRun: null,
    ...changes,
  };
}
