import type { ServerEntry } from '../../model/evidence.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { insistsOn, onlyTransportOf } from '../replay/spoken-transport.ts';

/**
 * An entry of this client that insists on a transport which the server does not speak.
 * @param isOwn which entries belong to the client; without one, the right type is taken for granted
 * @param fallsBack it tries the event stream by itself where POST is unknown, as Claude Code 2.1.330
 *   was seen to do; earlier versions stopped
 * @see F113
 */
export function configuredTransport(
  isOwn: (entry: ServerEntry) => boolean,
  fallsBack: boolean,
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
      if (named === 'sse' || !fallsBack) return { outcome: 'blocked', cause: 'F113', why };
      return {
        outcome: 'at-risk',
        cause: 'F113',
        why: `${why} This version tries the stream by itself.`,
      };
    },
  };
}
