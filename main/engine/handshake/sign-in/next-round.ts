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
 * scope to ask for, and with a new id after its own was forgotten.
 * @returns null where it does not: it is signed in, or gives up
 * @see RFC 6750 §3.1; MCP 2025-11-25 authorization, scope challenge handling; CL-11; F80, F81
 */
export function nextRound({ calls, reading }: RoundResult): NextRound | null {
  if (reading?.error?.code === 'invalid_client' && reading.tokens === null)
    return { because: 'the client was forgotten', scope: null, forgotten: true };
  if (calls === null) return null;
  const status = statusOf(calls.decisive);
  if (status === 401)
    return { because: '401 after a good token', scope: scopeOf(calls.decisive), forgotten: false };
  const asked = status === 403 ? scopeOf(calls.decisive) : null;
  if (status !== 403 || !isInsufficientScope(calls.decisive)) return null;
  return { because: '403 insufficient_scope', scope: asked, forgotten: false };
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
