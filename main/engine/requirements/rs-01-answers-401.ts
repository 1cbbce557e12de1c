import { redirected } from '../clients/rules/challenge-status.ts';
import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import { followedRedirect } from '../probe/follow-redirects.ts';
import { isOpenServer } from '../probe/mcp-answer.ts';
import { broken } from './parts/broken.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-01: a request without a token is answered 401. */
export const requirement = defineRequirement({
  id: 'RS-01',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'A request without a token is answered 401.',
  source: 'MCP authorization, Error Handling',
  shownBy: ['F21'],
  needs: ['first'],
  check: ({ first }) => {
    const challenge = challengeOf(first);
    if (challenge === null) return { notSeen: 'The first request got no answer.' };
    const { status, exchange } = challenge;
    // Without any sign-in there is nothing to ask for (F36); a server that is down is F14.
    if (isOpenServer(exchange) || status >= 500) return 'not-applicable';
    if (status === 401) return 'met';
    const to = followedRedirect(exchange);
    if (to !== null) return { notSeen: redirected(to) };
    return broken(
      `Your server answered ${status} to a request without a token. Clients start to sign in on 401 only.`,
      [httpEvidence(exchange, `answered ${status}, expected 401`)],
    );
  },
});
