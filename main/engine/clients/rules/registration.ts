import type { Basis, Rule } from '../../model/client.ts';
import { registrationWays } from '../replay/server-metadata.ts';

/**
 * A client without an id needs dynamic registration or client-id documents.
 * @param documents when this client uses client-id documents: `flag` alone, or only where public
 *   clients are listed as well (CI-12)
 * @see AS-17, CI-01, CI-12; F40
 */
export function registration(
  documents: 'flag' | 'flag-and-public',
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
      const byDocument = ways.documents && (documents === 'flag' || ways.publicClients);
      return ways.dynamic || byDocument ? null : { outcome: 'blocked', cause: 'F40', why: words };
    },
  };
}
