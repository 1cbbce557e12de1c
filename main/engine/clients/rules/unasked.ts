import type { Rule } from '../../model/client.ts';
import type { Replay } from '../replay/replay.ts';
import { firstNotAsked } from '../replay/not-asked.ts';

/**
 * A document that the client would read and we did not ask for: then its verdict is not seen from
 * here, whatever the other addresses say.
 * @param step whose addresses are meant; stands before the rules that judge them
 */
export function unasked(step: 'resource-metadata' | 'server-metadata'): Rule {
  return {
    step,
    basis: 'observed',
    source: 'what this run did not ask',
    check: (replay) => {
      const why = step === 'resource-metadata' ? openResource(replay) : openServer(replay);
      return why === null ? null : { outcome: 'unknown', cause: null, why };
    },
  };
}

function openResource({ resource, resourceTried }: Replay): string | null {
  return resource === null ? firstNotAsked(resourceTried) : null;
}

function openServer({ metadata, server }: Replay): string | null {
  return metadata === null ? firstNotAsked(server?.attempts ?? []) : null;
}
