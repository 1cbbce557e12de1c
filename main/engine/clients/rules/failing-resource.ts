import type { Basis, Rule } from '../../model/client.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import { resourceProblem } from '../replay/resource-problem.ts';

/**
 * Every address of the resource metadata answers 5xx or 429: the Python SDK has an error of its own
 * for that, where it otherwise goes on at the MCP origin.
 * @see reference-clients 2.2; F24
 */
export function failingResource(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: ({ resource, resourceTried }) => {
      const status = statusOf(resourceTried.at(-1));
      if (resource !== null || status === null || !resourceTried.every(isFailing)) return null;
      const sees = `Protected resource metadata request failed: HTTP ${status}`;
      const why = `Every address of the resource metadata fails, and it stops with “${sees}”.`;
      return { outcome: 'blocked', cause: resourceProblem(resourceTried), why, sees };
    },
  };
}

function isFailing(attempt: DocumentAttempt): boolean {
  const status = statusOf(attempt);
  return status !== null && (status >= 500 || status === 429);
}

function statusOf(attempt: DocumentAttempt | undefined): number | null {
  return attempt?.problem?.kind === 'status' ? attempt.problem.status : null;
}
