import { defineRequirement } from '../model/requirement.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import { bearerOf, parameterOf, parseChallenges } from '../probe/challenge.ts';
import { headerOf } from '../probe/header.ts';
import type { Exchange } from '../model/evidence.ts';
import { broken } from './parts/broken.ts';
import { ofProbe, PROBE_NEEDS } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** RS-11: the 401 to a wrong token says error="invalid_token". */
export const requirement = defineRequirement({
  id: 'RS-11',
  level: 'SHOULD',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'The 401 to a wrong token says error="invalid_token".',
  source: 'RFC 6750 §3.1',
  shownBy: ['F38'],
  needs: PROBE_NEEDS,
  check: (given) =>
    ofProbe(given, 'made-up token', ({ exchange, status }) => {
      // Another status is RS-10's, a challenge that is not Bearer at all RS-02's and RS-03's.
      if (status !== 401 || challengeOf(given.first)?.bearer == null) return 'not-applicable';
      const error = errorOf(exchange);
      if (error === 'invalid_token') return 'met';
      const said = error === null ? 'no error' : `error="${shownValue(error)}"`;
      return broken(
        `The 401 to a wrong token says ${said}. With error="invalid_token" a client knows that it must renew its token.`,
        [headerEvidence(exchange, 'WWW-Authenticate')],
        // No client that we know reads it: they renew on any 401.
        { severity: 'advice', whatToDo: 'Add error="invalid_token" where a token was sent.' },
      );
    }),
});

function errorOf({ outcome }: Exchange): string | null {
  if (outcome.kind === 'failure') return null;
  const header = headerOf(outcome.response.headers, 'www-authenticate') ?? '';
  const bearer = bearerOf(parseChallenges(header));
  return bearer === null ? null : parameterOf(bearer, 'error');
}
