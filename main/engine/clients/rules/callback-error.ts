import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { endingFault } from '../sign-in/ending-fault.ts';
import { isOwn } from '../sign-in/is-own.ts';

/** Longest text of an error that is repeated. */
const LONGEST = 300;
/** Errors of an authorization answer that have a cause of their own. */
const CAUSES: Readonly<Record<string, string>> = { invalid_scope: 'F65', invalid_target: 'F66' };
/** Errors that are about the server, whoever asks. */
const OF_THE_SERVER = ['server_error', 'temporarily_unavailable', 'unsupported_response_type'];

/**
 * The sign-in came back with an error instead of a code. No client goes on from there.
 * @param as whose sign-in it must have been; another one’s error may be about what that one asked for
 * @param prefix what this client writes before the error, or null where nobody has seen it
 * @see OAuth 2.1 §4.1.2.1; F67; captures (OBSERVED)
 */
export function callbackError(
  as: ClientId,
  prefix: string | null,
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'callback',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const callback = signIn?.callback;
      const read = (name: string) => callback?.find(([key]) => key === name)?.[1];
      const error = read('error');
      if (error === undefined) return null;
      if (!isOwn(as, signIn) && !OF_THE_SERVER.includes(error)) return null;
      const said = [error, read('error_description')].filter(Boolean).join(' - ').slice(0, LONGEST);
      const why = `The sign-in came back with “${said}” instead of a code.`;
      const sees = prefix === null ? undefined : prefix + said;
      const told = signIn === null ? undefined : endingFault(signIn)?.code;
      return { outcome: 'blocked', cause: told ?? CAUSES[error] ?? 'F67', why, sees };
    },
  };
}
