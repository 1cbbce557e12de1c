import { isUrl } from '../../../contract/is-url.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { RefreshTrial, SignInRound } from '../../model/sign-in-evidence.ts';
import { bearerOf, parameterOf, parseChallenges } from '../../probe/challenge.ts';
import { headerOf } from '../../probe/header.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { ownRounds } from './own-rounds.ts';

export type LoopCauseKind =
  | '401 after a good token'
  | '403 insufficient_scope for ever'
  | 'the refresh lost the audience'
  | 'a new client each time'
  | 'the token lives shorter than the round trip'
  | 'the server forgot';

export interface LoopCause {
  readonly cause: LoopCauseKind;
  /** Numbers of the rounds that show it. */
  readonly rounds: readonly number[];
  /** A sentence for people. */
  readonly says: string;
}

interface CauseRule {
  readonly cause: LoopCauseKind;
  readonly says: string;
  /** The rounds that show it; none where it is not the cause. */
  readonly shows: (
    rounds: readonly SignInRound[],
    refresh: RefreshTrial | null,
  ) => readonly SignInRound[];
}

/** What restarts a sign-in, the most exact sign first. Times are in milliseconds. */
const CAUSES: readonly CauseRule[] = [
  {
    cause: 'the token lives shorter than the round trip',
    says: 'The token had expired when the first call with it was answered, so the sign-in began again.',
    shows: (rounds) => rounds.filter((round) => isRefused(round) && isExpired(round)),
  },
  {
    cause: '403 insufficient_scope for ever',
    says: 'The MCP server asks for more scope (403 insufficient_scope), and the next token has no more.',
    shows: (rounds) => atLeast(2, rounds.filter(lacksScope)),
  },
  {
    cause: 'the refresh lost the audience',
    says: 'The first token was accepted, and the MCP server refuses the one that the refresh gave in its place.',
    shows: (rounds, refresh) => rounds.filter((round) => losesAudience(round, refresh)).slice(-1),
  },
  {
    cause: 'the server forgot',
    says: 'The authorization server does not know the client any more that it registered, so it all began again.',
    shows: (rounds) => rounds.filter(isForgotten),
  },
  {
    cause: 'the server forgot',
    says: 'The MCP server lets the token in once and refuses the same token in the next request.',
    shows: (rounds) => rounds.filter((round) => isTaken(round) && statusOf(round.list) === 401),
  },
  {
    cause: '401 after a good token',
    says: 'The MCP server answers 401 to the very token that the sign-in gave, so the client signs in again.',
    shows: (rounds) => rounds.filter((round) => round.tokens !== null && isRefused(round)),
  },
  {
    cause: 'a new client each time',
    says: 'Every round registers a client of its own, so nothing that the authorization server keeps for a client is found again.',
    shows: (rounds) => newClients(rounds),
  },
];

/**
 * What makes a client begin the same sign-in again (F50, F51, F83, F87, F91).
 * @param rounds in order; a round that is made to see whether consent is asked again is none of them
 * @param refresh what the refresh token gave, where it was tried
 * @returns null where nothing in the rounds tells
 */
export function loopCauseOf(
  rounds: readonly SignInRound[],
  refresh: RefreshTrial | null = null,
): LoopCause | null {
  const own = ownRounds(rounds);
  for (const { cause, says, shows } of CAUSES) {
    const shown = shows(own, refresh);
    if (shown.length > 0) return { cause, says, rounds: shown.map(({ number }) => number) };
  }
  return null;
}

/**
 * Is the last round the same as the one before it? Then it is a loop: nothing that the client could
 * do differently is left.
 * @param rounds in order, the last one may still be under way
 */
export function isSecondIdentical(rounds: readonly SignInRound[]): boolean {
  const [before, last] = ownRounds(rounds).slice(-2);
  if (!before || !last || before.authorizeUrl === null || last.authorizeUrl === null) return false;
  const isSameClient = before.clientId === last.clientId || last.idFrom === 'registered';
  return isSameClient && shapeOf(before.authorizeUrl) === shapeOf(last.authorizeUrl);
}

/** New in every request, or compared by itself. */
const FRESH = ['state', 'code_challenge', 'nonce', 'client_id'];

/** The authorization request without what is new each time. */
function shapeOf(authorizeUrl: string): string {
  if (!isUrl(authorizeUrl)) return authorizeUrl;
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  const kept = [...searchParams]
    .filter(([name]) => !FRESH.includes(name))
    .map(([name, value]) => `${name}=${name === 'redirect_uri' ? withoutPort(value) : value}`);
  return [origin, pathname, ...kept.toSorted()].join('\n');
}

/** A loopback listener takes another port, and maybe path, each time (RFC 8252 §7.3). */
function withoutPort(redirect: string): string {
  const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)/i.exec(redirect);
  return loopback ? loopback[0].toLowerCase() : redirect;
}

function atLeast(count: number, rounds: readonly SignInRound[]): readonly SignInRound[] {
  return rounds.length < count ? [] : rounds;
}

function callsOf({ legacyCall, modernCall, list }: SignInRound): readonly Exchange[] {
  return [legacyCall, modernCall, list].flatMap((one) => one ?? []);
}

function statusOf(exchange: Exchange | null | undefined): number | null {
  return exchange?.outcome.kind === 'response' ? exchange.outcome.response.status : null;
}

/** A call was refused with 401, and no first call was taken. */
function isRefused(round: SignInRound): boolean {
  const statuses = callsOf(round).map(statusOf);
  return statuses.includes(401) && !isTaken(round);
}

function isTaken({ legacyCall, modernCall }: SignInRound): boolean {
  return [legacyCall, modernCall].some((one) => Math.floor((statusOf(one) ?? 0) / 100) === 2);
}

function isExpired({ token, tokens, ...round }: SignInRound): boolean {
  const refused = callsOf({ token, tokens, ...round }).find((one) => statusOf(one) === 401);
  if (!token || !tokens || !refused) return false;
  const answeredAt = refused.startedAt + refused.durationMs;
  const lived = answeredAt - (token.startedAt + token.durationMs);
  return tokens.expiresIn !== null && tokens.expiresIn * 1_000 <= lived;
}

function lacksScope(round: SignInRound): boolean {
  return callsOf(round).some(({ outcome }) => {
    if (outcome.kind !== 'response' || outcome.response.status !== 403) return false;
    const header = headerOf(outcome.response.headers, 'www-authenticate') ?? '';
    const bearer = bearerOf(parseChallenges(header));
    return bearer !== null && parameterOf(bearer, 'error') === 'insufficient_scope';
  });
}

function losesAudience(round: SignInRound, refresh: RefreshTrial | null): boolean {
  if (!refresh?.tokens || !isTaken(round)) return false;
  return statusOf(refresh.call) === 401;
}

/** The client began anew because of it, or a kept or registered id is called unknown. */
function isForgotten({ because, token, tokens, callback }: SignInRound): boolean {
  if (because === 'the client was forgotten') return true;
  const answer = token && tokens === null ? jsonAnswer(token)?.error : null;
  const error = answer ?? callback?.find(([name]) => name === 'error')?.[1];
  return error === 'invalid_client';
}

function newClients(rounds: readonly SignInRound[]): readonly SignInRound[] {
  const registered = rounds.filter(
    ({ idFrom, clientId }) => idFrom === 'registered' && clientId !== null,
  );
  const ids = new Set(registered.map(({ clientId }) => clientId));
  return registered.length > 1 && ids.size === registered.length ? registered : [];
}
