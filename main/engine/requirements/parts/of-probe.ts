import { contactOf, statusOf } from '../../clients/replay/replay.ts';
import type { Exchange, FirstContact, McpProbeName, McpProbes } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { saysNothing } from '../../probe/says-nothing.ts';

/** What a requirement about a further first request needs. */
export const PROBE_NEEDS = ['first', 'mcpProbes'] as const;
interface ProbeGiven {
  readonly first: FirstContact;
  readonly mcpProbes: McpProbes;
}

export interface Answered {
  readonly exchange: Exchange;
  readonly status: number;
}

/**
 * Judges a further first request where its answer tells anything: POST is spoken there, and without
 * a token it is answered 401. Anywhere else the first fault is another one (F14, F21, F36).
 */
export function ofProbe(
  given: ProbeGiven,
  name: McpProbeName,
  judge: (answered: Answered) => RequirementOutcome,
): RequirementOutcome {
  return guardsPost(given.first) ? ofAnyProbe(given, name, judge) : 'not-applicable';
}

/** The same whatever the first answer was. */
export function ofAnyProbe(
  { first, mcpProbes }: ProbeGiven,
  name: McpProbeName,
  judge: (answered: Answered) => RequirementOutcome,
): RequirementOutcome {
  const exchange = mcpProbes[name];
  if (exchange === undefined) return { notSeen: 'This request was not made.' };
  // Clients follow a redirect that keeps the POST; these requests were not followed.
  const end = first.legacy.request.url;
  if (isRedirect(exchange) && end !== exchange.request.url)
    return { notSeen: `The server redirects to ${end}: check that address.` };
  return ofAnswer(exchange, judge);
}

/** Judges an answer, where there is one that counts. */
export function ofAnswer(
  exchange: Exchange,
  judge: (answered: Answered) => RequirementOutcome,
): RequirementOutcome {
  const notSeen = saysNothing(exchange);
  return notSeen === null ? judge({ exchange, status: statusOf(exchange)! }) : { notSeen };
}

/** Is the endpoint one that answers POST, and 401 without a token? */
export function guardsPost(first: FirstContact): boolean {
  return contactOf(first) === first.legacy && statusOf(first.legacy) === 401;
}

function isRedirect(exchange: Exchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 300 && status < 400;
}
