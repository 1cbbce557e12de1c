import type { Basis, Rule } from '../../model/client.ts';
import type { Replay } from '../replay/replay.ts';

/**
 * The issuer that comes back with the code must be the one of the metadata, letter by letter. The
 * four cases: promised or not, sent or not; only "not promised and not sent" passes without a
 * comparison.
 * @see RFC 9207 §2.4; reference-clients 2.1 step 11; AS-18; F32
 */
export function callbackIssuer(basis: Basis, source: string): Rule {
  return {
    step: 'callback',
    basis,
    source,
    check: (replay) => {
      const expected = replay.metadata?.json?.issuer;
      const callback = replay.evidence.signIn?.callback;
      if (callback == null || typeof expected !== 'string') return null;
      const received = callback.find(([name]) => name === 'iss')?.[1];
      if (received === expected) return null;
      if (received === undefined) return promised(replay) ? missing(expected) : null;
      const sees = `Issuer mismatch in authorization response (RFC 9207): expected "${expected}", received "${received}"`;
      const why = `The sign-in came back from ${received}, and the metadata calls the server ${expected}. It throws the code away.`;
      return { outcome: 'blocked', cause: 'F32', why, sees };
    },
  };
}

function promised({ metadata }: Replay): boolean {
  return metadata?.json?.authorization_response_iss_parameter_supported === true;
}

function missing(expected: string) {
  const why = `The metadata promises to name the issuer (${expected}) with every code, and this code came without it. It throws the code away.`;
  return { outcome: 'blocked', cause: 'F32', why } as const;
}
