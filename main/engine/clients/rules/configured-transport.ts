import type { ServerEntry } from '../../model/evidence.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { insistsOn, onlyTransportOf } from '../replay/spoken-transport.ts';

/**
 * An entry of this client that insists on a transport which the server does not speak.
 * @param isOwn which entries belong to the client; without one, the right type is taken for granted
 * @see F113
 */
export function configuredTransport(
  isOwn: (entry: ServerEntry) => boolean,
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'local',
    basis,
    source,
    check: ({ evidence }) => {
      const offered = evidence.first === null ? null : onlyTransportOf(evidence.first);
      if (offered === null) return null;
      const named = offered === 'http' ? 'sse' : 'http';
      const wrong = evidence.entries.find((one) => isOwn(one) && insistsOn(one, named));
      if (!wrong) return null;
      const why = `The entry “${wrong.name}” names ${named}, and the server offers only ${offered}.`;
      return { outcome: 'blocked', cause: 'F113', why };
    },
  };
}
