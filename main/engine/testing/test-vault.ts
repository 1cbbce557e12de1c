import type { Revoker } from '../secrets/revoke-entry.ts';
import { createTokenVault, type TokenVault } from '../secrets/token-vault.ts';
import type { Locks, SecretStore } from '../sign-in-ports.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeLocks, createFakeSecretStore } from './fake-secret-store.ts';

/** A vault over fakes; its digest is no hash, but tells texts apart. */
export function testVault(
  store: SecretStore = createFakeSecretStore(),
  locks: Locks = createFakeLocks(),
): TokenVault {
  return createTokenVault({
    store,
    locks,
    clock: createFakeClock(),
    newSalt: () => 'salt',
    digest: async (text) => looseHash(text),
  });
}

/** 64 hex digits (FNV-1a, eight times over). */
function looseHash(text: string): string {
  return Array.from({ length: 8 }, (_, seed) => {
    let hash = 2166136261 ^ seed;
    for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619);
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}

export interface FakeRevoker extends Revoker {
  /** Every request, as `refresh_token planted-refresh at ENDPOINT`. */
  readonly asked: readonly string[];
}

/** @param answer what the server says to each */
export function createFakeRevoker(
  answer: 'revoked' | 'refused' | 'unreachable' = 'revoked',
): FakeRevoker {
  const asked: string[] = [];
  return {
    asked,
    async revoke(token, hint, endpoint) {
      asked.push(`${hint} ${token.reveal()} at ${endpoint}`);
      return answer;
    },
    async deregister(uri, token) {
      asked.push(`client ${token.reveal()} at ${uri}`);
      return answer;
    },
  };
}
