import type { StoredSignIn } from '../model/store-evidence.ts';
import type { ComparedPlace } from './place.ts';

/** What a kept sign-in is good for. */
export type KeptState = 'usable' | 'refreshable' | 'expired' | 'empty' | 'none';

/**
 * The best sign-in that is kept at a place.
 * @returns null where nobody looked, or only a report's line tells of it
 */
export function keptState({ stored, now }: ComparedPlace): KeptState | null {
  if (stored === null) return null;
  const states = stored.map((one) => stateOf(one, now));
  return BEST_FIRST.find((state) => states.includes(state)) ?? 'none';
}

const BEST_FIRST: readonly KeptState[] = ['usable', 'refreshable', 'expired', 'empty'];

function stateOf({ access, refresh, expiresAt }: StoredSignIn, now: number): KeptState {
  if (access !== 'present') return refresh === 'present' ? 'refreshable' : 'empty';
  if (expiresAt === null || expiresAt > now) return 'usable';
  return refresh === 'present' ? 'refreshable' : 'expired';
}

const WORDS: Readonly<Record<KeptState, string>> = {
  usable: 'kept, not expired',
  refreshable: 'kept, to be refreshed',
  expired: 'kept, expired, no refresh token',
  empty: 'kept, but empty',
  none: 'none',
};

/** The same in words; of a report, its own lines. */
export function keptWords(place: ComparedPlace): string | null {
  const state = keptState(place);
  if (state !== null) return WORDS[state];
  const { storedLines } = place;
  if (storedLines === null) return null;
  return storedLines.length === 0 ? WORDS.none : storedLines.join('; ');
}

/** At which authorization server, and as which client, the kept sign-in was made. */
export function signedInAt({ stored }: ComparedPlace): string | null {
  const texts = (stored ?? []).flatMap(({ issuer, clientId }) => {
    const parts = [issuer ?? '', clientId === null ? '' : `as ${clientId}`];
    return parts.filter((one) => one !== '').join(' ') || [];
  });
  return texts.length === 0 ? null : [...new Set(texts)].toSorted().join('; ');
}
