import { statusOf } from '../../clients/replay/replay.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { RoundReason } from '../../model/sign-in-evidence.ts';
import { bearerOf, parameterOf, parseChallenges } from '../../probe/challenge.ts';
import { headerOf } from '../../probe/header.ts';
import type { RoundResult } from './run-round.ts';

/** Why a client signs in again after a round, and with which scope. */
export interface NextRound {
  readonly because: RoundReason;
  readonly scope: string | null;
  /** The client's id is no longer known there. */
  readonly forgotten: boolean;
}

/**
 * Does a client sign in again after this round, and why? After 401 for a good token, after 403 with a
 * scope to ask for, at the first call or at the list of tools; and with a new id after its own was
 * forgotten.
 * @returns null where it does not: it is signed in, or gives up
 * @see RFC 6750 §3.1; MCP 2025-11-25 authorization, scope challenge handling; CL-11; F80, F81
 */
export function nextRound({ attempt, calls, reading }: RoundResult): NextRound | null {
  if (reading?.error?.code === 'invalid_client' && reading.tokens === null)
    return { because: 'the client was forgotten', scope: null, forgotten: true };
  if (calls === null) return null;
  const refused = [calls.decisive, calls.list].find((one) => one !== null && asksAgain(one));
  if (!refused) return null;
  const scope = scopeOf(refused);
  if (statusOf(refused) === 401)
    return { because: '401 after a good token', scope, forgotten: false };
  return {
    because: '403 insufficient_scope',
    scope: union(attempt.scope, scope),
    forgotten: false,
  };
}

function asksAgain(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status === 401 || (status === 403 && isInsufficientScope(exchange));
}

/** What was asked for before, and what the challenge adds (CL-19). SECURITY: D18 */
function union(before: string | null, asked: string | null): string | null {
  if (asked === null) return before;
  const all = `${before ?? ''} ${asked}`.split(' ').filter((one) => one !== '');
  return [...new Set(all)].join(' ');
}

function scopeOf(exchange: Exchange): string | null {
  const bearer = challengeIn(exchange);
  return bearer === null ? null : parameterOf(bearer, 'scope');
}

function isInsufficientScope(exchange: Exchange): boolean {
  const bearer = challengeIn(exchange);
  return bearer !== null && parameterOf(bearer, 'error') === 'insufficient_scope';
}

function challengeIn({ outcome }: Exchange) {
  if (outcome.kind === 'failure') return null;
  const header = headerOf(outcome.response.headers, 'www-authenticate') ?? '';
  return bearerOf(parseChallenges(header));
}
