import type { Rule } from '../../model/client.ts';
import { sdkAcceptsResource } from '../replay/resource-match.ts';

/**
 * The check of the TypeScript SDKs: same origin, and our path below the advertised one.
 * @see reference-clients 2.1 step 6; real-clients; F26
 */
export function resourceMustMatch(source: string): Rule {
  return {
    step: 'resource-metadata',
    basis: 'observed',
    source,
    check: ({ resource, url }) => {
      const advertised = resource?.json?.resource;
      if (typeof advertised !== 'string' || sdkAcceptsResource(advertised, url)) return null;
      const why = `It stops with “Protected resource ${advertised} does not match expected ${url} (or origin)”.`;
      return { outcome: 'blocked', cause: 'F26', why };
    },
  };
}
