import { CLIENT_WORDS, type ClientId, type Step } from '../../../contract/words.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { SignInEvidence, SignInTrace } from '../../model/sign-in-evidence.ts';
import { statusOf } from '../replay/replay.ts';
import { callRefusal, isCalled } from './call-refusal.ts';
import { roundsOf } from './rounds-of.ts';

/** How far a traced sign-in shows the way, for a client that nothing stops. */
export interface SeenSoFar {
  readonly step: Step;
  readonly why: string;
}

/**
 * The last step that a traced sign-in showed, and what can be said of a client that nothing in it
 * stops. Null where there was none, or none that got as far as a sign-in page: then the verdict is
 * that of discovery.
 * @param as the client that is judged; what another one's sign-in shows holds as far as it is the
 *   server's
 */
export function seenSoFar(as: ClientId, signIn: SignInEvidence | null): SeenSoFar | null {
  const trace = signIn?.trace ?? null;
  if (signIn === null || trace === null || trace.neverStarted !== null) return null;
  const step = lastStep(signIn, trace);
  return { step, why: [ownOrOther(as, signIn, step), rest(step)].join(' ') };
}

/** The last step that went well. */
function lastStep(signIn: SignInEvidence, trace: SignInTrace): Step {
  const rounds = roundsOf(signIn);
  if (trace.refresh !== null && isGood(trace.refresh.exchange)) return 'refresh';
  if (isCalled(signIn) && callRefusal(signIn) === null) return 'call';
  if (rounds.some((one) => one.tokens !== null)) return 'token';
  return rounds.some((one) => one.callback !== null) ? 'callback' : 'authorize';
}

function isGood(exchange: Exchange): boolean {
  return (statusOf(exchange) ?? 500) < 300;
}

function ownOrOther(as: ClientId, signIn: SignInEvidence, step: Step): string {
  if (signIn.as !== as)
    return `Nothing stops it in the sign-in that was traced as ${CLIENT_WORDS[signIn.as]}.`;
  if (step === 'refresh' || step === 'call')
    return 'The sign-in that was traced as this client went through.';
  return 'Nothing stops it in the sign-in that was traced, as far as that went.';
}

const SEEN: Readonly<Partial<Record<Step, string>>> = {
  refresh: 'It was seen up to the list of tools and a renewed token.',
  call: 'It was seen up to the first calls with a token.',
  token: 'It was seen up to the token.',
  callback: 'It was seen up to the way back from the sign-in page.',
  authorize: 'It was seen up to the sign-in page, where nobody finished it.',
};

function rest(step: Step): string {
  return SEEN[step] ?? '';
}
