import type { Handlers } from '../../contract/host.ts';
import type { RemovedToken } from '../../contract/table.ts';
import type { Removed } from '../secrets/token-vault.ts';
import type { AppOptions, TokenDesk } from './app-options.ts';

/**
 * The handlers of what is kept in the keychain (safety F10): seen, removed and revoked in one place.
 * The keychain is opened when a person first asks for it and not before (F6).
 * @param signal ends a revocation when the window closes
 */
export function tokenHandlers(
  { openTokenDesk }: Pick<AppOptions, 'openTokenDesk'>,
  signal: AbortSignal,
): Pick<Handlers, 'tokens.list' | 'tokens.delete' | 'tokens.revoke'> {
  let opening: Promise<TokenDesk> | null = null;
  const desk = (): Promise<TokenDesk> => {
    opening ??= openTokenDesk(signal).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    'tokens.list': async () => {
      const listing = await listed(await desk());
      // A keychain that refused once is not asked again by the same desk: the next look has its own.
      if (listing.refusal !== null) opening = null;
      return listing;
    },
    'tokens.delete': async ({ ids }) => removed(await (await desk()).vault.delete(ids)),
    'tokens.revoke': async ({ ids }) => {
      const { vault, revoker } = await desk();
      return removed(await vault.revoke(ids, revoker));
    },
  };
}

async function listed(desk: TokenDesk) {
  const { entries, refusal } = await desk.vault.list();
  const shown = entries.map((one) => ({ ...one, scopes: [...one.scopes] }));
  const cleaned = desk.takeCleaned?.() ?? null;
  const { kept, trouble } = desk;
  return { kept, trouble, refusal: named(refusal), cleaned, entries: shown };
}

/** Only what the table names crosses the bridge, whatever else the vault may tell one day. */
function removed(all: readonly Removed[]): { results: RemovedToken[] } {
  const results = all.map(({ id, revoked, deleted, refusal }) => ({
    id,
    revoked,
    deleted,
    refusal: named(refusal),
  }));
  return { results };
}

function named(refusal: Removed['refusal']): RemovedToken['refusal'] {
  return refusal === null ? null : { trouble: refusal.trouble, advice: refusal.advice };
}
