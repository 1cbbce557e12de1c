import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';

/**
 * A traced sign-in for which no page could be opened, as this client. It stands behind every rule of
 * discovery and registration: what they say explains it better.
 */
export function neverStarted(as: ClientId, basis: Basis, source: string): Rule {
  return {
    step: 'registration',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const stop = signIn?.as === as ? (signIn.trace?.neverStarted ?? null) : null;
      if (stop === null) return null;
      const why = `It never gets to a sign-in page. ${stop.why}`;
      return { outcome: 'blocked', cause: stop.cause ?? 'F60', why };
    },
  };
}
