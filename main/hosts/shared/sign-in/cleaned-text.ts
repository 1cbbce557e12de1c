import type { Removed } from '../../../engine/secrets/token-vault.ts';

/** What became of one thing that was left behind, so that nobody has to guess what is still valid. */
const ENDINGS = {
  revoked: 'revoked at the server and removed here',
  'no-endpoint':
    'removed here; its server has no revocation, so it is valid there until it expires',
  refused: 'removed here; its server refused to revoke it, so it may be valid until it expires',
  unreachable: 'kept for now, because its server did not answer; Unblank tries again next time',
  stayed: 'could not be removed; the keychain did not let it go',
} as const;

/**
 * Says what was cleaned up after traces that were killed.
 * @param removed what TokenVault.cleanUp gave
 * @returns a line for people, or null where there was nothing
 */
export function cleanedText(removed: readonly Removed[]): string | null {
  if (removed.length === 0) return null;
  const counts = new Map<string, number>();
  for (const one of removed) {
    const ending = ENDINGS[endingOf(one)];
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const parts = [...counts].map(([ending, count]) => `${count} ${ending}`);
  return `Left behind by a trace that did not end: ${parts.join('; ')}.`;
}

function endingOf({ revoked, deleted }: Removed): keyof typeof ENDINGS {
  if (revoked === 'unreachable') return 'unreachable';
  if (!deleted) return 'stayed';
  return revoked ?? 'revoked';
}
