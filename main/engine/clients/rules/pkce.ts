import type { Basis, Rule } from '../../model/client.ts';
import { challengeMethods } from '../replay/server-metadata.ts';
import { endpointRequest } from '../replay/stop-requests.ts';

/**
 * S256 must be offered; whether a missing list stops a client differs.
 * @param withoutList what this client does where code_challenge_methods_supported is missing
 * @param notices `registered`: only when it has a client id, so that the registration is its last
 *   request (OBSERVED with the TypeScript SDKs and the clients built on them)
 * @see CL-09, AS-13, AS-15; F33
 */
export function pkce(
  withoutList: 'goes-on' | 'stops',
  basis: Basis,
  source: string,
  notices: 'at-once' | 'registered' = 'registered',
): Rule {
  return {
    step: 'server-metadata',
    basis,
    source,
    check: (replay) => {
      const { metadata } = replay;
      if (metadata?.json == null) return null;
      const methods = challengeMethods(metadata.json);
      if (methods?.includes('S256') || (methods === null && withoutList === 'goes-on')) return null;
      const what = methods === null ? 'does not say that it supports PKCE' : 'does not offer S256';
      const why = `The authorization server ${what}, and this client refuses to sign in without it.`;
      const registers = notices === 'registered' ? endpointRequest(replay, 'register') : null;
      return { outcome: 'blocked', cause: 'F33', why, stopsAt: registers ?? undefined };
    },
  };
}
