import type { Exchange, NotExamined } from '../model/evidence.ts';

/** Addresses that our own policy did not let us ask (safety E2) are said, not passed over. */
export function unasked(exchanges: readonly Exchange[]): readonly NotExamined[] {
  return exchanges.flatMap(({ request, outcome }) =>
    outcome.kind === 'failure' && outcome.failure === 'policy'
      ? [{ what: request.url, why: outcome.message }]
      : [],
  );
}
