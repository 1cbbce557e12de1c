import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { Send } from '../../probe/sender.ts';
import { isShared } from '../../probe/registration/remove-clients.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { VaultEntry } from '../../secrets/token-entry.ts';
import type { Kept, TokenVault } from '../../secrets/token-vault.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import type { Tokens } from '../oauth/read-tokens.ts';
import { revokeToken } from '../oauth/revoke-token.ts';
import { createRevoker, type LedgerRevoker } from './revoker.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import type { TestTokens } from './test-tokens.ts';
import { tokenLines } from './token-lines.ts';

export interface LedgerOptions {
  readonly plan: SignInPlan;
  readonly vault: TokenVault;
  /** The name of this run; the lock of it is held by the caller. */
  readonly run: string;
}

/** How it ended, for the report. */
export interface Settled {
  readonly attempts: readonly RegistrationAttempt[];
  /** What became of the tokens, one line each. */
  readonly lines: readonly string[];
}

/**
 * Everything that one sign-in was given. It is in the keychain, marked as belonging to this run, before
 * it is used; at the end it is revoked, deleted there and here, or kept.
 * @see safety D22, F2; RFC 7009, RFC 7592
 */
export class Ledger implements TestTokens {
  readonly #options: LedgerOptions;
  readonly #attempts: RegistrationAttempt[] = [];
  readonly #entries = new Map<string, { entry: VaultEntry; kept: Kept }>();
  /** Access tokens that a newer one has replaced in the keychain. */
  readonly #replaced: { token: Secret; identity: ClientIdentity }[] = [];

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  async registered(attempt: RegistrationAttempt, identity: ClientIdentity | null): Promise<void> {
    this.#attempts.push(attempt);
    if (identity === null) return;
    const before = this.#entries.get(identity.id)?.entry;
    if (!isShared(attempt, this.#attempts)) return void (await this.#keep(this.#empty(identity)));
    // Others may be using it: it must not be deleted, also where it came first.
    if (before !== undefined)
      await this.#keep({ ...before, identity: { ...before.identity, management: null } });
  }

  async issued(tokens: Tokens, identity: ClientIdentity, scope: string | null): Promise<void> {
    const before = this.#entries.get(identity.id)?.entry;
    const old = before?.access ?? null;
    if (old !== null) this.#replaced.push({ token: old, identity });
    await this.#keep({
      ...this.#empty(before?.identity ?? { ...identity, management: null }),
      access: tokens.access,
      refresh: tokens.refresh ?? before?.refresh ?? null,
      scope: tokens.facts.scope ?? scope,
      expiresAt: tokens.expiresAt,
    });
  }

  /**
   * Keeps the tokens, for the user's own use, with the client that they belong to. Clients without
   * tokens were only tried out: they are taken back.
   */
  async keep(send: Send): Promise<Settled> {
    const all = [...this.#entries.values()];
    const revoker = createRevoker(send);
    const idle = all.filter(({ entry }) => entry.access === null).map(({ kept }) => kept.id);
    await this.#options.vault.revoke(idle, revoker);
    const where: Kept[] = [];
    for (const { entry } of all)
      if (entry.access !== null) where.push(await this.#keep({ ...entry, pendingRun: null }));
    const kept = new Set(all.flatMap(({ entry }) => (entry.access ? [entry.identity.id] : [])));
    return { attempts: this.#removals(revoker, kept), lines: tokenLines.kept(where) };
  }

  /**
   * Takes everything back.
   * @param send must still work where the sign-in was cancelled
   */
  async takeBack(send: Send): Promise<Settled> {
    const revoker = createRevoker(send);
    const { revocation } = this.#options.plan.endpoints;
    for (const { token, identity } of this.#replaced)
      if (revocation !== null) await revokeToken(token, 'access_token', revocation, identity, send);
    const ids = [...this.#entries.values()].map(({ kept }) => kept.id);
    const removed = await this.#options.vault.revoke(ids, revoker);
    const hadTokens = [...this.#entries.values()].some(({ entry }) => entry.access !== null);
    const lines = hadTokens ? tokenLines.takenBack(removed, revocation, this.#options.plan) : [];
    return { attempts: this.#removals(revoker), lines };
  }

  /** @param kept ids of clients that stay by the user's wish */
  #removals(revoker: LedgerRevoker, kept?: ReadonlySet<string>): Settled['attempts'] {
    return this.#attempts.map((one) => {
      const stays = one.clientId === null || kept?.has(one.clientId) === true;
      return stays || isShared(one, this.#attempts) ? one : removalOf(one, revoker);
    });
  }

  async #keep(entry: VaultEntry): Promise<Kept> {
    const kept = await this.#options.vault.keep(entry);
    this.#entries.set(entry.identity.id, { entry, kept });
    return kept;
  }

  #empty(identity: ClientIdentity): VaultEntry {
    const { plan, run } = this.#options;
    return {
      issuer: plan.issuer,
      resource: plan.facts.resource ?? '',
      identity,
      access: null,
      refresh: null,
      tokenEndpoint: plan.endpoints.token,
      revocationEndpoint: plan.endpoints.revocation,
      scope: null,
      expiresAt: null,
      pendingRun: run,
    };
  }
}

/** What became of a client that was registered, as the report says it. */
function removalOf(attempt: RegistrationAttempt, revoker: LedgerRevoker): RegistrationAttempt {
  const uri = attempt.json?.registration_client_uri;
  const outcome = typeof uri === 'string' ? revoker.deregistered.get(uri) : undefined;
  if (outcome === undefined) return { ...attempt, removal: 'not offered' };
  return { ...attempt, removal: outcome === 'revoked' ? 'deleted' : 'refused' };
}
