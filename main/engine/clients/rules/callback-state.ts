import type { Basis, Rule } from '../../model/client.ts';

/**
 * The state that comes back must be the one that was sent. The SDKs leave the comparison to the
 * program that uses them; Claude Code and mcp-remote make it.
 * @see OAuth 2.1 §4.1.2; AZ-07; reference-clients 2.1 step 11; F67
 */
export function callbackState(basis: Basis, source: string): Rule {
  return {
    step: 'callback',
    basis,
    source,
    check: ({ evidence }) => {
      const { callback = null, state } = evidence.signIn ?? {};
      const received = callback?.find(([name]) => name === 'state')?.[1];
      if (callback === null || received === state) return null;
      const why =
        received === undefined
          ? 'The sign-in came back without the state that was sent, so it throws the code away.'
          : 'The sign-in came back with another state than was sent, so it throws the code away.';
      return { outcome: 'blocked', cause: 'F67', why };
    },
  };
}
