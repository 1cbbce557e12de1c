import type { FirstContact } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { challengeOf, type ChallengeFacts } from '../../probe/challenge-of.ts';
import type { Challenge } from '../../probe/challenge.ts';

/**
 * Judges the 401 of the first request that decides. Where the answer is another, RS-01 says so and
 * nothing of the challenge is held against the server.
 */
export function ofChallenge(
  first: FirstContact,
  judge: (challenge: ChallengeFacts) => RequirementOutcome,
): RequirementOutcome {
  const challenge = challengeOf(first);
  if (challenge === null) return { notSeen: 'The first request got no answer.' };
  return challenge.status === 401 ? judge(challenge) : 'not-applicable';
}

/** Judges what the Bearer challenge of that 401 says; without one, RS-02 and RS-03 say so. */
export function ofBearer(
  first: FirstContact,
  judge: (bearer: Challenge, challenge: ChallengeFacts) => RequirementOutcome,
): RequirementOutcome {
  return ofChallenge(first, (challenge) => {
    const { bearer } = challenge;
    return bearer === null || bearer.parameters.length === 0
      ? 'not-applicable'
      : judge(bearer, challenge);
  });
}
