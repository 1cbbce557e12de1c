import type { Basis, Rule, StopRequest } from '../../model/client.ts';
import type { Exchange, TargetEvidence } from '../../model/evidence.ts';
import { followedRedirect } from '../../probe/follow-redirects.ts';
import { statusOf } from '../replay/replay.ts';
import { isOpenServer } from '../../probe/mcp-answer.ts';

/**
 * Clients start OAuth only on the statuses they know.
 * @param accepted the statuses on which this client starts to sign in
 * @param words what its user sees with any other status
 * @param ways what else it does then: `pages`, it follows a redirect to a page of the same origin, and
 *   fails there (OBSERVED with Claude Code and mcp-remote: POST /mcp answers 302, GET /login is the
 *   last request); `login`, its user can make it sign in all the same (OBSERVED with Claude Code)
 * @see RS-01; reference-clients 2.1 step 1; F21
 */
export function challengeStatus(
  accepted: readonly number[],
  words: string,
  basis: Basis,
  source: string,
  ways: readonly ('pages' | 'login')[] = [],
): Rule {
  return {
    step: 'challenge',
    basis,
    source,
    check: ({ status, contact, evidence }) => {
      if (status === null || accepted.includes(status) || isOpenServer(contact)) return null;
      const to = followedRedirect(contact);
      if (to !== null) return { outcome: 'unknown', cause: null, why: redirected(to) };
      const why = `The request without a token is answered ${status}. ${words}`;
      if (ways.includes('login') && signedInAllTheSame(evidence))
        return { outcome: 'at-risk', cause: 'F21', why };
      const stopsAt = ways.includes('pages') ? pageOf(contact) : undefined;
      return { outcome: 'blocked', cause: status < 500 ? 'F21' : 'F14', why, stopsAt };
    },
  };
}

/** “claude mcp login” signs in whatever the first answer was, and the token is then good. */
function signedInAllTheSame({ signIn }: TargetEvidence): boolean {
  const call = signIn?.call ?? null;
  return call !== null && statusOf(call) === 200;
}

/** The page of the same origin to which a POST is redirected, as a browser would go there. */
function pageOf(contact: Exchange): StopRequest | undefined {
  const url = followedRedirect({ ...contact, request: { ...contact.request, method: 'GET' } });
  return url === null ? undefined : { method: 'GET', url };
}

/** Also what the mode says that judges the same answer (F21). */
export function redirected(to: string): string {
  return `The server redirects to ${to}, and clients follow it there. Check that address instead.`;
}
