import type { Kept, Removed } from '../../secrets/token-vault.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** What became of the tokens of a sign-in, in words. No value is in any of it. */
export const tokenLines = { kept, takenBack } as const;

function kept(all: readonly Kept[]): readonly string[] {
  if (all.length === 0) return [];
  const refused = all.find((one) => one.refusal !== null)?.refusal ?? null;
  if (all.every((one) => one.where === 'keychain'))
    return [
      'The tokens are kept in the keychain of this machine; “unblank tokens list” shows them.',
    ];
  const why = refused === null ? '' : ` ${refused.advice}`;
  return [`The tokens could not be kept in a keychain, so they are gone when Unblank ends.${why}`];
}

const REVOKED = {
  revoked: (issuer: string) => `The tokens were revoked at ${issuer}.`,
  'no-endpoint': (issuer: string) =>
    `${issuer} offers no revocation: the test tokens live there until they expire.`,
  refused: (issuer: string) =>
    `${issuer} refused to revoke a token: it lives there until it expires.`,
  unreachable: (issuer: string) =>
    `${issuer} did not answer the revocation: the test tokens live there until they expire.`,
} as const;

function takenBack(
  removed: readonly Removed[],
  revocation: string | null,
  { issuer }: SignInPlan,
): readonly string[] {
  const answers = removed.map((one) => one.revoked ?? 'no-endpoint');
  const order = ['unreachable', 'refused', 'no-endpoint', 'revoked'] as const;
  const worst = revocation === null ? 'no-endpoint' : order.find((one) => answers.includes(one));
  const left = removed.find((one) => !one.deleted);
  const here =
    left === undefined
      ? 'Nothing of them is kept on this machine.'
      : `They could not be removed from the keychain of this machine.${left.refusal ? ` ${left.refusal.advice}` : ''}`;
  return [...(worst === undefined ? [] : [REVOKED[worst](issuer)]), here];
}
