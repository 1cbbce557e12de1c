import { contactOf } from '../clients/replay/replay.ts';
import type { Exchange, FirstContact } from '../model/evidence.ts';
import { bearerOf, parseChallenges, type Challenge } from './challenge.ts';
import { headerOf } from './header.ts';
import { isOpenServer } from './mcp-answer.ts';

/** The challenge of the request that decides, with everything a mode asks about it. */
export interface ChallengeFacts {
  readonly exchange: Exchange;
  readonly status: number;
  /** WWW-Authenticate as received, or null. */
  readonly header: string | null;
  readonly bearer: Challenge | null;
}

/**
 * Reads the challenge off the deciding first request.
 * @returns null where that request got no answer at all
 */
export function challengeOf(first: FirstContact): ChallengeFacts | null {
  const exchange = contactOf(first);
  if (exchange.outcome.kind === 'failure') return null;
  const { status, headers } = exchange.outcome.response;
  const header = headerOf(headers, 'www-authenticate');
  return { exchange, status, header, bearer: bearerOf(parseChallenges(header ?? '')) };
}

/**
 * Is there a sign-in to judge? Not where nothing answered, where the server is down (F14) and where
 * it answers without one (F36).
 */
export function asksForSignIn(first: FirstContact): boolean {
  const facts = challengeOf(first);
  return facts !== null && facts.status < 500 && !isOpenServer(facts.exchange);
}
