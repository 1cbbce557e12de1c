import type { Basis, Rule } from '../../model/client.ts';

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
      if (status === null || accepted.includes(status) || isOpen(status, contact)) return null;
      const why = `The request without a token is answered ${status}. ${words}`;
      return { outcome: 'blocked', cause: 'F21', why };
    },
  };
}

/** A 200 that carries a result is a server without sign-in, not a wrong challenge. */
function isOpen(status: number, contact: Parameters<Rule['check']>[0]['contact']): boolean {
  if (status !== 200 || contact.outcome.kind === 'failure') return false;
  return !answersWithError(contact.outcome.response.body);
}

/** Does a body, plain or as an event stream, hold a JSON-RPC error (RS-01, patient 4)? */
export function answersWithError(body: string): boolean {
  const text = body.startsWith('{') ? body : (/^data:(.*)$/m.exec(body)?.[1] ?? '');
  try {
    const message = JSON.parse(text) as { error?: unknown } | null;
    return typeof message === 'object' && message !== null && message.error !== undefined;
  } catch {
    return false;
  }
}
