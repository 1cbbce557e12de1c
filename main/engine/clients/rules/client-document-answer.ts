import type { ClientId } from '../../../contract/words.ts';
import type { AuthorizeAttempt } from '../../model/registration-evidence.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { isAboutRedirect, signInAnswer } from '../../probe/registration/client-document.ts';
import { loopbackPortRefused } from '../../probe/registration/loopback-port-refused.ts';
import { registrationWays } from '../replay/server-metadata.ts';

/**
 * A client with a client-id document uses it where the metadata promises them, and stops where the
 * sign-in page does not take it.
 * @param documents when this client uses its document
 * @see CI-02, CI-13; F44, F46
 */
export function clientDocumentAnswer(
  as: ClientId,
  documents: 'flag' | 'flag-and-public',
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'authorize',
    basis,
    source,
    check: ({ evidence: { registration }, metadata }) => {
      if (registration === null || metadata?.json == null) return null;
      const ways = registrationWays(metadata.json);
      const isUsed = ways.documents && (documents === 'flag' || ways.publicClients);
      const attempt = registration.authorize.find(
        (one) => one.as === as && one.variant === 'client-id document',
      );
      if (!isUsed || attempt === undefined) return null;
      if (signInAnswer(attempt).state !== 'refused') return null;
      const { cause, why } = refusalBy(attempt);
      return { outcome: 'blocked', cause, why };
    },
  };
}

/** What the page refuses: the document, or the redirect that is asked for with it. */
function refusalBy(attempt: AuthorizeAttempt): { readonly cause: string; readonly why: string } {
  if (!isAboutRedirect(attempt)) return { cause: 'F46', why: NOT_TAKEN };
  const isPort = loopbackPortRefused(attempt);
  const why = `Its document is taken, and its redirect ${attempt.redirectUri} refused${isPort ? ' for its port' : ''}.`;
  return { cause: 'F44', why };
}
const NOT_TAKEN = 'It sends the address of its client-id document, which the sign-in page refuses.';
