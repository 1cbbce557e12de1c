import { createHash, randomBytes } from 'node:crypto';
import type { TokenDesk } from '../../engine/app/app-options.ts';
import { createRevoker } from '../../engine/handshake/sign-in/revoker.ts';
import type { Ports } from '../../engine/ports.ts';
import { createSender, type Send } from '../../engine/probe/sender.ts';
import type { EntryOrigin, Revoker } from '../../engine/secrets/revoke-entry.ts';
import type { Spare } from '../../engine/secrets/entry-shelf.ts';
import { createTokenVault, type TokenVault } from '../../engine/secrets/token-vault.ts';
import type { Locks, SecretStore } from '../../engine/sign-in-ports.ts';
import { ownSystem } from '../../platform/secrets/own-system.ts';

/** A desk with the whole vault: a window sees a part of it. */
export interface WholeTokenDesk extends TokenDesk {
  readonly vault: TokenVault;
}

export interface TokenDeskOptions {
  readonly ports: Pick<Ports, 'http' | 'clock'>;
  readonly store: SecretStore;
  readonly locks: Locks;
  /** PEM of authorities that the user named, or null. */
  readonly ca: string | null;
  /** The vault over the store where there is one already. */
  readonly vault?: TokenVault;
}

/**
 * A vault over a store, with Node's hash and randomness.
 * @param spare what an earlier vault of this program had to keep in memory
 */
export function createVault(
  { store, locks, ports }: Pick<TokenDeskOptions, 'store' | 'locks' | 'ports'>,
  spare?: Spare,
): TokenVault {
  return createTokenVault({
    store,
    locks,
    ...(spare === undefined ? {} : { spare }),
    clock: ports.clock,
    system: ownSystem(),
    digest: async (text) => createHash('sha256').update(text).digest('hex'),
    newSalt: () => randomBytes(16).toString('hex'),
  });
}

/**
 * What `unblank tokens` and the window need for what is kept.
 * @param signal ends a revocation that is on its way
 */
export function createTokenDesk(options: TokenDeskOptions, signal: AbortSignal): WholeTokenDesk {
  const { store } = options;
  return {
    kept: store.kind,
    trouble: store.trouble,
    vault: options.vault ?? createVault(options),
    revoker: revokerOver(options, signal),
  };
}

/** @param signal ends a revocation that is on its way */
export function revokerOver(
  options: Pick<TokenDeskOptions, 'ports' | 'ca'>,
  signal: AbortSignal,
): Revoker {
  return {
    revoke: (token, hint, endpoint, identity, of) =>
      asked(options, signal, of, (one) => one.revoke(token, hint, endpoint, identity, of)),
    deregister: (uri, token, of) =>
      asked(options, signal, of, (one) => one.deregister(uri, token, of)),
  };
}

/**
 * Each entry has a session of its own: which addresses its server may lead to depends on the address
 * that the user once gave for it.
 */
// SECURITY: E2
async function asked<T>(
  { ports, ca }: Pick<TokenDeskOptions, 'ports' | 'ca'>,
  signal: AbortSignal,
  { resource, issuer }: EntryOrigin,
  work: (revoker: Revoker) => Promise<T>,
): Promise<T> {
  const session = ports.http.open({ userUrl: resource || issuer, connectTo: [], ca });
  const { clock } = ports;
  const send: Send = createSender({ session, clock, signal, onExchange: () => undefined });
  try {
    return await work(createRevoker(send));
  } finally {
    session.close();
  }
}
