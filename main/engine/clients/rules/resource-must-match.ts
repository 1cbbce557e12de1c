import type { Basis, Rule } from '../../model/client.ts';
import { matchResource, sdkAcceptsResource } from '../replay/resource-match.ts';
import { lastServerRead } from '../replay/stop-requests.ts';

/**
 * A client that stops where the advertised resource is not the server's.
 * @param accepts `sdk`: our URL or a parent of it, and it notices only when it has read the server
 *   metadata as well; `slash-too`: the trailing-slash twin passes, and it notices at once
 * @see reference-clients 2.1 step 6, 2.2; real-clients; F26
 */
export function resourceMustMatch(
  basis: Basis,
  source: string,
  accepts: 'sdk' | 'slash-too' = 'sdk',
): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: (replay) => {
      const { resource, url } = replay;
      const advertised = resource?.json?.resource;
      if (typeof advertised !== 'string' || ACCEPTS[accepts](advertised, url)) return null;
      const expected = accepts === 'sdk' ? `${url} (or origin)` : url;
      const why = `It stops with “Protected resource ${advertised} does not match expected ${expected}”.`;
      const stopsAt = accepts === 'sdk' ? (lastServerRead(replay) ?? undefined) : undefined;
      return { outcome: 'blocked', cause: 'F26', why, stopsAt };
    },
  };
}

const ACCEPTS = {
  sdk: sdkAcceptsResource,
  'slash-too': (advertised: string, url: string) => matchResource(advertised, url) !== 'mismatch',
} as const;
