import type { Basis, Rule } from '../../model/client.ts';
import { whyNotAsked } from '../replay/not-asked.ts';
import { resourceProblem } from '../replay/resource-problem.ts';

/**
 * A resource metadata address that gives no answer at all: the TypeScript SDK 2 stops there, where
 * generation 1 goes on as if there were no such document.
 * @see reference-clients 2.1 step 3; F24
 */
export function unreachableResource(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: ({ resource, resourceTried }) => {
      const last = resourceTried.at(-1);
      if (resource !== null || last?.problem?.kind !== 'network' || whyNotAsked(last) !== null)
        return null;
      const why = `${last.url} gives no answer, and it asks no further address.`;
      return { outcome: 'blocked', cause: resourceProblem(resourceTried), why, sees: null };
    },
  };
}
