import type { System } from '../../contract/words.ts';
import type { Clock } from '../ports.ts';
import type { KeychainTrouble, Locks, SecretStore, Stored } from '../sign-in-ports.ts';
import { ACCOUNT_PREFIX, accountOf, type Digest } from './account-of.ts';
import { createEntryShelf, type EntryShelf, type Spare } from './entry-shelf.ts';
import { revokeEntry, type Revoked, type Revoker } from './revoke-entry.ts';
import { runLock } from './run-lock.ts';
import { createFingerprint, type Fingerprint } from './salted-fingerprint.ts';
import type { StoredEntry, TokenEntry, VaultEntry } from './token-entry.ts';

export interface VaultOptions {
  readonly store: SecretStore;
  readonly digest: Digest;
  /** At least 128 random bits as text, for the fingerprints. */
  readonly newSalt: () => string;
  readonly clock: Clock;
  readonly locks: Locks;
  /** For the advice; Linux where it is not given. */
  readonly system?: System;
  /** What an earlier vault of this program had to keep in memory. */
  readonly spare?: Spare;
}

/** What a keychain call was refused for, in words; null where all went well. */
export type Refusal = { readonly trouble: KeychainTrouble; readonly advice: string } | null;

export interface Kept {
  readonly id: string;
  readonly where: 'keychain' | 'memory';
  readonly version: number;
  readonly refusal: Refusal;
}

export interface TokenListing {
  readonly entries: readonly TokenEntry[];
  /** Why there may be more than is listed. */
  readonly refusal: Refusal;
}

export interface Removed {
  readonly id: string;
  /** Null where nothing was asked of the server: `delete`. */
  readonly revoked: Revoked | null;
  /** False where it was not there, or could not be deleted (then with a refusal). */
  readonly deleted: boolean;
  readonly refusal: Refusal;
}

/** All tokens and clients that Unblank keeps. Never throws for what the keychain does. */
export interface TokenVault {
  /** Keeps or replaces the entry of this issuer, resource and client. Where the keychain refuses, it
   *  stays in memory until the program ends. */
  keep(entry: VaultEntry): Promise<Kept>;
  list(): Promise<TokenListing>;
  /** The values, for a refresh or a revocation. */
  read(id: string): Promise<Stored<StoredEntry | null>>;
  /** Where the newest of it lies. */
  where(id: string): Kept['where'];
  /** The id of an entry, for `read`. */
  idOf(of: { issuer: string; resource: string; clientId: string }): Promise<string>;
  delete(ids: readonly string[]): Promise<readonly Removed[]>;
  /** Revokes at the server (RFC 7009), deletes a client that we registered, then deletes here. What
   *  the server refused is deleted here all the same, and said. */
  revoke(ids: readonly string[], revoker: Revoker): Promise<readonly Removed[]>;
  /** What traces left behind that did not end; those of a trace that still runs are not among them. */
  pending(): Promise<TokenListing>;
  /** Revokes and deletes what `pending` tells. What the server did not answer to stays for the next
   *  start, so that it is tried again. */
  cleanUp(revoker: Revoker): Promise<readonly Removed[]>;
}

/** @param options the store may be memory: then the vault is as forgetful, and says so */
export function createTokenVault(options: VaultOptions): TokenVault {
  const { store, digest, clock, locks } = options;
  const shelf = createEntryShelf(store, options.system ?? 'linux', options.spare);
  const fingerprint = createFingerprint(store, digest, options.newSalt);
  const read: TokenVault['read'] = (id) => shelf.read(id);
  const remove = (ids: readonly string[]) => inTurn(ids, (id) => removeOne(shelf, id));
  const pending = () => listPending(shelf, fingerprint, locks);
  return {
    read,
    pending,
    delete: remove,
    where: (id) => shelf.where(id),
    idOf: (of) => accountOf(of, digest),
    async keep(entry) {
      const { issuer, resource, identity } = entry;
      const id = await accountOf({ issuer, resource, clientId: identity.id }, digest);
      const before = await read(id);
      const version = before.ok && before.value !== null ? before.value.version + 1 : 1;
      const kept = await shelf.put(id, { ...entry, savedAt: clock.now(), version });
      return { id, version, ...kept };
    },
    list: () => listAll(shelf, fingerprint, () => Promise.resolve(true)),
    revoke: (ids, revoker) => inTurn(ids, (id) => revokeOne(shelf, id, revoker, 'always')),
    async cleanUp(revoker) {
      const { entries } = await pending();
      return inTurn(entries, ({ id }) => revokeOne(shelf, id, revoker, 'unless-unreachable'));
    },
  };
}

async function listAll(
  shelf: EntryShelf,
  fingerprint: Fingerprint,
  wanted: (entry: StoredEntry | null) => Promise<boolean>,
): Promise<TokenListing> {
  const listed = await shelf.ids();
  let refusal = listed.refusal;
  const entries: TokenEntry[] = [];
  for (const id of listed.ids.filter((one) => one.startsWith(ACCOUNT_PREFIX))) {
    const found = await shelf.read(id);
    if (!found.ok && found.trouble !== 'corrupt') refusal ??= found;
    else if (found.ok && found.value === null) continue;
    else if (await wanted(found.ok ? found.value : null))
      entries.push(await shown(id, found.ok ? found.value : null, shelf, fingerprint));
  }
  return { entries, refusal: refusal && { trouble: refusal.trouble, advice: refusal.advice } };
}

function listPending(
  shelf: EntryShelf,
  fingerprint: Fingerprint,
  locks: Locks,
): Promise<TokenListing> {
  return listAll(shelf, fingerprint, async (entry) => {
    if (entry === null || entry.pendingRun === null) return false;
    const release = await locks.hold(runLock(entry.pendingRun), 0);
    await release?.();
    return release !== null;
  });
}

const UNREADABLE = { issuer: '', resource: '', clientId: '', scopes: [], expiresAt: null };

async function shown(
  id: string,
  entry: StoredEntry | null,
  shelf: EntryShelf,
  fingerprint: Fingerprint,
): Promise<TokenEntry> {
  const where = shelf.where(id);
  if (entry === null)
    return {
      ...UNREADABLE,
      id,
      where,
      kind: 'unreadable',
      fingerprint: '',
      savedAt: null,
      pending: false,
    };
  const value = entry.refresh ?? entry.access ?? entry.identity.secret;
  return {
    id,
    where,
    kind: kindOf(entry),
    issuer: entry.issuer,
    resource: entry.resource,
    clientId: entry.identity.id,
    scopes: entry.scope?.split(' ').filter((one) => one !== '') ?? [],
    expiresAt: entry.expiresAt,
    fingerprint: value === null ? '' : await fingerprint(value),
    savedAt: entry.savedAt,
    pending: entry.pendingRun !== null,
  };
}

function kindOf(entry: StoredEntry): TokenEntry['kind'] {
  if (entry.refresh !== null) return 'tokens';
  return entry.access === null ? 'client' : 'access';
}

async function removeOne(shelf: EntryShelf, id: string): Promise<Removed> {
  return { id, revoked: null, ...(await shelf.drop(id)) };
}

async function revokeOne(
  shelf: EntryShelf,
  id: string,
  revoker: Revoker,
  remove: 'always' | 'unless-unreachable',
): Promise<Removed> {
  const found = await shelf.read(id);
  if (!found.ok && found.trouble !== 'corrupt')
    return { id, revoked: null, deleted: false, refusal: found };
  if (!found.ok || found.value === null) return removeOne(shelf, id);
  const revoked = await revokeEntry(found.value, revoker);
  if (revoked === 'unreachable' && remove === 'unless-unreachable')
    return { id, revoked, deleted: false, refusal: null };
  return { id, revoked, ...(await shelf.drop(id)) };
}

/** One after the other: a keychain that asks its user asks once. */
async function inTurn<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
