import type { Locks } from '../sign-in-ports.ts';
import type { StoredEntry, VaultEntry } from './token-entry.ts';
import type { Kept, Refusal, TokenVault } from './token-vault.ts';

/** What the server's answer to a refresh comes to. */
export type RefreshAnswer =
  | { readonly kind: 'tokens'; readonly tokens: Pick<VaultEntry, RefreshedFields> }
  /** `invalid_grant` and the like: this refresh token is spent, only a sign-in helps. */
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer that says anything about the token. */
  | { readonly kind: 'failed'; readonly reason: string };
/** A `refresh` of null means that the server sent no new one: the old one goes on (RFC 6749 §6). */
type RefreshedFields = 'access' | 'refresh' | 'scope' | 'expiresAt';

export type Refreshed =
  | {
      readonly kind: 'fresh';
      readonly entry: StoredEntry;
      /** Who asked the server: this call, or another one that was first. */
      readonly by: 'us' | 'another';
      /** Where the new token lies; memory with why, where the keychain refused it. */
      readonly where: Kept['where'];
      readonly refusal: Refusal;
    }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface RefreshOnceOptions {
  readonly vault: TokenVault;
  readonly locks: Locks;
  /** Asks the server. Called at most once for each version of an entry, on this whole machine. */
  readonly refresh: (entry: StoredEntry) => Promise<RefreshAnswer>;
  /** How long another process may take. */
  readonly waitMs?: number;
}

/** A refresh is one request of at most 30 s (safety E5), and two keychain calls. */
const WAIT_MS = 60_000;

/**
 * Makes the one way to refresh: one request for each credential, whoever asks, in this process and in
 * others. The new token is in the keychain before anyone sees it, and the old one is kept until then.
 * @returns a function of the entry's id and of the version that its caller holds
 */
// SECURITY: D17
export function createRefreshOnce(
  options: RefreshOnceOptions,
): (id: string, version: number) => Promise<Refreshed> {
  const running = new Map<string, Promise<Refreshed>>();
  return (id, version) => {
    const same = running.get(id);
    if (same !== undefined) return same.then((one) => asAnother(one));
    const work = refreshAlone(options, id, version).finally(() => running.delete(id));
    running.set(id, work);
    return work;
  };
}

function asAnother(result: Refreshed): Refreshed {
  return result.kind === 'fresh' ? { ...result, by: 'another' } : result;
}

async function refreshAlone(
  options: RefreshOnceOptions,
  id: string,
  version: number,
): Promise<Refreshed> {
  const name = `refresh-${id.replace(/[^a-z0-9]/gi, '-')}`;
  const release = await options.locks.hold(name, options.waitMs ?? WAIT_MS);
  if (release === null)
    return { kind: 'failed', reason: 'Another Unblank is still refreshing it.' };
  try {
    return await refreshHeld(options, id, version);
  } finally {
    await release();
  }
}

async function refreshHeld(
  { vault, refresh }: RefreshOnceOptions,
  id: string,
  version: number,
): Promise<Refreshed> {
  const found = await vault.read(id);
  if (!found.ok) return { kind: 'failed', reason: found.advice };
  if (found.value === null) return { kind: 'failed', reason: 'It is no longer kept here.' };
  const old = found.value;
  if (old.version !== version)
    return { kind: 'fresh', entry: old, by: 'another', where: vault.where(id), refusal: null };
  const answer = await refresh(old);
  return answer.kind === 'tokens' ? keepFresh(vault, old, answer.tokens) : answer;
}

async function keepFresh(
  vault: TokenVault,
  old: StoredEntry,
  tokens: Pick<VaultEntry, RefreshedFields>,
): Promise<Refreshed> {
  const { savedAt, version: _, ...rest } = old;
  const entry = { ...rest, ...tokens, refresh: tokens.refresh ?? old.refresh };
  const { version, where, refusal } = await vault.keep(entry);
  return { kind: 'fresh', entry: { ...entry, savedAt, version }, by: 'us', where, refusal };
}
