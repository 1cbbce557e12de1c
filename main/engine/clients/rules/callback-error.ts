import type { Basis, Rule } from '../../model/client.ts';

/** Longest text of an error that is repeated. */
const LONGEST = 300;
/** Errors of an authorization answer that have a cause of their own. */
const CAUSES: Readonly<Record<string, string>> = { invalid_scope: 'F65' };

/**
 * The sign-in came back with an error instead of a code. No client goes on from there.
 * @param prefix what this client writes before the error, or null where nobody has seen it
 * @see OAuth 2.1 §4.1.2.1; F67; captures (OBSERVED)
 */
export function callbackError(prefix: string | null, basis: Basis, source: string): Rule {
  return {
    step: 'callback',
    basis,
    source,
    check: ({ evidence }) => {
      const callback = evidence.signIn?.callback;
      const read = (name: string) => callback?.find(([key]) => key === name)?.[1];
      const error = read('error');
      if (error === undefined) return null;
      const said = [error, read('error_description')].filter(Boolean).join(' - ').slice(0, LONGEST);
      const why = `The sign-in came back with “${said}” instead of a code.`;
      const sees = prefix === null ? undefined : prefix + said;
      return { outcome: 'blocked', cause: CAUSES[error] ?? 'F67', why, sees };
    },
  };
}
