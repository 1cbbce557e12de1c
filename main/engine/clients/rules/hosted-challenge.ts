import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { bearerOf, parseChallenges } from '../../probe/challenge.ts';
import type { Replay } from '../replay/replay.ts';

/**
 * What hosted Claude does with a 401 that does not name an absolute metadata URL.
 * @see F20, F22; DOC-AUTH: only an absolute URL is used; then path and root are asked
 */
export function hostedChallenge(basis: Basis, source: string): Rule {
  return {
    step: 'challenge',
    basis,
    source,
    check: (replay) =>
      replay.status === 401 && replay.metadataUrl === null ? judge(replay) : null,
  };
}

function judge(replay: Replay): RuleHit {
  const bearer = bearerOf(parseChallenges(replay.challenge ?? ''));
  const names = (bearer?.parameters ?? []).map(([name]) => name);
  if (names.includes('resource_metadata') || names.includes('resource'))
    return {
      outcome: 'blocked',
      cause: 'F22',
      why: 'The 401 does not name the resource metadata by an absolute URL, so Claude has nowhere to go.',
    };
  const why = 'The 401 does not name the resource metadata, so Claude has to guess the address.';
  const cause = names.length > 0 ? 'F22' : 'F20';
  const isGuessed = replay.resource !== null || replay.metadata !== null;
  // Owners confirmed a missing header as the cause; its documentation says that it then guesses.
  if (replay.challenge === null && isGuessed) return { outcome: 'blocked', cause, why };
  // Where the guess finds nothing, the missing documents decide (hostedWithoutResource).
  if (replay.resource === null) return { outcome: 'at-risk', cause, why };
  return {
    outcome: 'at-risk',
    cause,
    why: `${why} The guess succeeds here; with others it did not.`,
  };
}
