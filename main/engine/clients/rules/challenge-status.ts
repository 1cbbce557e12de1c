import type { Basis, Rule } from '../../model/client.ts';
import { followedRedirect } from '../../probe/follow-redirects.ts';
import { isOpenServer } from '../../probe/mcp-answer.ts';

/**
 * Clients start OAuth only on the statuses they know.
 * @param accepted the statuses on which this client starts to sign in
 * @param words what its user sees with any other status
 * @see RS-01; reference-clients 2.1 step 1; F21
 */
export function challengeStatus(
  accepted: readonly number[],
  words: string,
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'challenge',
    basis,
    source,
    check: ({ status, contact }) => {
      if (status === null || accepted.includes(status) || isOpenServer(contact)) return null;
      const to = followedRedirect(contact);
      if (to !== null) return { outcome: 'unknown', cause: null, why: redirected(to) };
      const why = `The request without a token is answered ${status}. ${words}`;
      return { outcome: 'blocked', cause: status < 500 ? 'F21' : 'F14', why };
    },
  };
}

/** Also what the mode says that judges the same answer (F21). */
export function redirected(to: string): string {
  return `The server redirects to ${to}, and clients follow it there. Check that address instead.`;
}
