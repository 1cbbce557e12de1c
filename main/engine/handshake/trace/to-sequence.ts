import type { SequenceMessage } from '../../../contract/report.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { SignInEvidence, SignInRound, SignInTrace } from '../../model/sign-in-evidence.ts';
import { loopCauseOf } from './loop-cause.ts';
import { ownRounds } from './own-rounds.ts';
import { afterwardMessages } from './sequence/afterwards.ts';
import { discoveryMessages } from './sequence/discovery.ts';
import { message, type Draft } from './sequence/message.ts';
import { roundMessages } from './sequence/round.ts';
import { neverStartedMessages } from './sequence/never-started.ts';

/** Most messages of a diagram. */
const MOST = 200;
/** Rounds that are drawn; between the first and the last ones there is nothing new. */
const ROUNDS = 3;

/**
 * The sequence diagram of a traced sign-in: you, the client, the MCP server, the authorization
 * server. Works while it happens; a message keeps its id as long as it is there. Bounded, whatever
 * the server does; addresses without their queries, nothing that the record does not have.
 * @param exchanges all of the run; those before the sign-in are drawn shortly
 * @returns messages in their order; empty where no trace was made
 */
export function toSequence(
  signIn: SignInEvidence,
  exchanges: readonly Exchange[],
): readonly SequenceMessage[] {
  const { trace } = signIn;
  if (trace === null) return [];
  const rounds = shownRounds(trace.rounds);
  const last = trace.rounds.at(-1)?.number ?? 1;
  const drafts = [
    ...discoveryMessages(exchanges, ownIds(trace)),
    ...rounds.flatMap(roundMessages),
    ...neverStartedMessages(trace),
    ...loopMessages(trace),
    ...afterwardMessages(trace, last),
  ];
  return timed(waiting(cut(drafts), trace));
}

function shownRounds(rounds: readonly SignInRound[]): readonly SignInRound[] {
  return rounds.length <= ROUNDS + 1 ? rounds : [...rounds.slice(0, 1), ...rounds.slice(-ROUNDS)];
}

/** A bracket with what restarts it, behind the last round. */
function loopMessages({ rounds, end, refresh }: SignInTrace): readonly Draft[] {
  const last = ownRounds(rounds).at(-1);
  if (end !== 'loop' || last === undefined) return [];
  const says = loopCauseOf(rounds, refresh)?.says ?? null;
  const text = `again, ${rounds.length} of ${rounds.length}`;
  const at = last.startedAt + last.durationMs;
  const common = { id: 'loop', round: last.number, at, kind: 'loop' as const };
  return [message({ ...common, text, state: 'wrong', says }, ['client', 'you'])];
}

/** Requests that are drawn with their rounds, and checks that follow. */
function ownIds({ rounds, refresh, checks, revocation, afterRevocation }: SignInTrace) {
  const ofRounds = rounds.flatMap(({ registration, token, legacyCall, modernCall, list }) => [
    registration,
    token,
    legacyCall,
    modernCall,
    list,
  ]);
  const ofRefresh = [refresh?.exchange, refresh?.withScope, refresh?.call, refresh?.oldAgain];
  const own = [...ofRounds, ...ofRefresh, ...Object.values(checks), revocation, afterRevocation];
  return new Set(own.flatMap((one) => (one ? one.id : [])));
}

function cut(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length <= MOST) return drafts;
  const half = MOST / 2;
  const dropped = drafts.length - MOST + 1;
  const at = drafts[half]!.at;
  const common = { id: 'more', round: drafts[half]!.round, at, kind: 'note' as const };
  const more = message({ ...common, text: `${dropped} more steps` }, ['client', 'client']);
  return [...drafts.slice(0, half), more, ...drafts.slice(1 - half)];
}

/** While a page is open and nothing has come back, the last step is what is waited for. */
function waiting(
  drafts: readonly Draft[],
  { rounds, neverStarted }: SignInTrace,
): readonly Draft[] {
  const round = rounds.at(-1);
  const last = drafts.at(-1);
  const isOpen = round?.ending === null && round.authorizeUrl !== null && neverStarted === null;
  if (!isOpen || last?.state !== 'ok' || last.round !== round.number) return drafts;
  return [...drafts.slice(0, -1), { ...last, state: 'waiting' }];
}

/** Milliseconds since the first of it; never running backwards. */
function timed(drafts: readonly Draft[]): readonly SequenceMessage[] {
  const start = drafts[0]?.at ?? 0;
  let latest = 0;
  return drafts.map(({ at, ...rest }) => {
    latest = Math.max(latest, Math.round(at - start));
    return { ...rest, atMs: latest };
  });
}
