import type { DocumentAttempt } from '../../model/evidence.ts';
import { deadFirstServer } from './dead-first-server.ts';
import { originCause } from './origin-cause.ts';
import type { Replay } from './replay.ts';
import { serverProblem } from './server-problem.ts';
import { isUnreachable } from './unreachable-server.ts';

/**
 * Why a client has no server metadata: the resource metadata that it lost before, a dead first entry
 * of two, or what the addresses of the server answered.
 * @param attempts the addresses that it asked, or the one at which it stopped
 * @see PR-15; F15 to F18, F22 to F28
 */
export function lostServerCause(replay: Replay, attempts: readonly DocumentAttempt[]): string {
  const dead = deadFirstServer(replay.evidence.authorizationServers ?? []);
  const isDeadFirst = dead !== null && dead.first.issuer === replay.issuer;
  return originCause(replay) ?? (isDeadFirst ? 'F27' : problemOf(replay, attempts));
}

/** F15 is a whole host out of reach, and another than the one that answered the first request. */
function problemOf({ server, url }: Replay, attempts: readonly DocumentAttempt[]): string {
  const problem = serverProblem(attempts);
  if (problem !== 'F15' || server === null) return problem;
  const isOtherHost = new URL(server.issuer).host !== new URL(url).host;
  return isOtherHost && isUnreachable(server.attempts) ? 'F15' : 'F28';
}
