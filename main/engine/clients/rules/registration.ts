import type { Basis, Rule } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import { registrationWays } from '../replay/server-metadata.ts';

/**
 * A client without an id needs dynamic registration or client-id documents.
 * @param documents when this client uses client-id documents: `flag` alone, or only where public
 *   clients are listed as well (CI-12), or never because it has none
 * @see AS-17, CI-01, CI-12; F40
 */
export function registration(
  documents: 'flag' | 'flag-and-public' | 'never',
  words: string,
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'registration',
    basis,
    source,
    check: ({ metadata }) => {
      if (metadata?.json == null) return null;
      const ways = registrationWays(metadata.json);
      const isPublic = documents === 'flag' || ways.publicClients;
      const byDocument = documents !== 'never' && ways.documents && isPublic;
      if (ways.dynamic || byDocument) return null;
      return { outcome: 'blocked', cause: withoutRegistration(metadata.json), why: words };
    },
  };
}

/** Left out, or there in a form that is no address: the second is a fault of the document. */
export function withoutRegistration(json: JsonObject): 'F40' | 'F17' {
  return json.registration_endpoint === undefined ? 'F40' : 'F17';
}
