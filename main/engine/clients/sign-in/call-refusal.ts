import type { Exchange } from '../../model/evidence.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { headerOf } from '../../probe/header.ts';
import { statusOf } from '../replay/replay.ts';
import { lastRound } from './rounds-of.ts';

/** How a call with a fresh token is turned down. */
export interface CallRefusal {
  readonly kind: 'token' | 'scope' | 'page' | 'forbidden' | 'not found' | 'down' | 'other';
  readonly status: number;
  readonly exchange: Exchange;
}

/**
 * How the first calls with a new token were turned down: the greeting in one of the two eras, then
 * the list of tools, which every client asks for at once. Null where they were not.
 * @see reference-clients 2.1 steps 14 and 15; TK-31
 */
export function callRefusal(signIn: SignInEvidence): CallRefusal | null {
  const round = lastRound(signIn);
  const greetings = [signIn.call, round?.legacyCall ?? null, round?.modernCall ?? null].filter(
    (one) => one !== null,
  );
  const isGreeted = greetings.some((one) => (statusOf(one) ?? 500) < 400);
  const greeting = isGreeted ? null : refusalOf(greetings[0] ?? null);
  return greeting ?? refusalOf(round === null ? signIn.list : (round.list ?? signIn.list));
}

/** Was anything called with a token? */
export function isCalled(signIn: SignInEvidence): boolean {
  const round = lastRound(signIn);
  const calls = [signIn.call, signIn.list, round?.legacyCall, round?.modernCall, round?.list];
  return calls.some((one) => one != null && statusOf(one) !== null);
}

/** The refusal of one call with a token, or null. */
export function refusalOf(exchange: Exchange | null): CallRefusal | null {
  if (exchange === null || exchange.outcome.kind === 'failure') return null;
  const { status } = exchange.outcome.response;
  return status < 400 ? null : { kind: kindOf(status, exchange), status, exchange };
}

function kindOf(status: number, exchange: Exchange): CallRefusal['kind'] {
  if (status === 403) return forbidden(exchange);
  if (status === 401) return 'token';
  if (status === 404) return 'not found';
  return status < 500 ? 'other' : 'down';
}

function forbidden({ outcome }: Exchange): CallRefusal['kind'] {
  if (outcome.kind === 'failure') return 'forbidden';
  const { headers, body } = outcome.response;
  if (/insufficient_scope/.test(headerOf(headers, 'www-authenticate') ?? '')) return 'scope';
  const isPage = /^\s*</.test(body) || /html/i.test(headerOf(headers, 'content-type') ?? '');
  return isPage ? 'page' : 'forbidden';
}
