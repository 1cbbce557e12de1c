import type { Basis, Rule } from '../../model/client.ts';
import { challengeMethods } from '../replay/server-metadata.ts';

/**
 * S256 must be offered; whether a missing list stops a client differs.
 * @param withoutList what this client does where code_challenge_methods_supported is missing
 * @see CL-09, AS-13, AS-15; F33
 */
export function pkce(withoutList: 'goes-on' | 'stops', basis: Basis, source: string): Rule {
  return {
    step: 'server-metadata',
    basis,
    source,
    check: ({ metadata }) => {
      if (metadata?.json == null) return null;
      const methods = challengeMethods(metadata.json);
      if (methods?.includes('S256') || (methods === null && withoutList === 'goes-on')) return null;
      const what = methods === null ? 'does not say that it supports PKCE' : 'does not offer S256';
      const why = `The authorization server ${what}, and this client refuses to sign in without it.`;
      return { outcome: 'blocked', cause: 'F33', why };
    },
  };
}
