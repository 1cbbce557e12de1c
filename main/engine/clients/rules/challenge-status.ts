import type { Basis, Rule } from '../../model/client.ts';
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
      const why = `The request without a token is answered ${status}. ${words}`;
      return { outcome: 'blocked', cause: 'F21', why };
    },
  };
}
