import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { endingFault, type EndingFault } from '../sign-in/ending-fault.ts';
import { isOwn } from '../sign-in/is-own.ts';

/**
 * How a visit to the sign-in page ended, where it did not end with a code. What depends on the very
 * request is held against the client that sent it alone; what the server does to everybody, against
 * all. A provider that refuses our window says nothing of a client that opens a browser.
 * @param as whose request it must have been, or whose stands in for it
 * @see sign-in/ending-causes.ts
 */
export function signInEnding(as: ClientId, basis: Basis, source: string): Rule {
  return {
    step: 'authorize',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const fault = signIn === null ? null : endingFault(signIn);
      // An error that comes back is the client’s to show (callback-error.ts).
      if (fault === null || fault.ending.kind === 'error-callback') return null;
      return hitOf(fault, isOwn(as, signIn));
    },
  };
}

function hitOf({ code, reach, ending }: EndingFault, own: boolean): RuleHit | null {
  if (reach === 'risk') return { outcome: 'at-risk', cause: code, why: ending.says };
  const why = `The sign-in did not come back to the client. ${ending.says}`;
  if (reach === 'everybody' || (own && reach !== 'window'))
    return { outcome: 'blocked', cause: code, why };
  if (reach === 'perhaps') return { outcome: 'at-risk', cause: code, why };
  return own ? { outcome: 'unknown', cause: null, why: `${why} ${ELSEWHERE}` } : null;
}

const ELSEWHERE = 'In the user’s own browser it may go on, so nothing more can be said.';
