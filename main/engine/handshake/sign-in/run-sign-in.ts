import type { SignInWayName } from '../../../contract/words.ts';
import type { SignInEvidence, SignInRound, SignInTrace } from '../../model/sign-in-evidence.ts';
import { behindSignIn, type Behind } from './behind-sign-in.ts';
import { endOfRounds, judgedEnd } from './sign-in-end.ts';
import { runRounds, type Rounds } from './run-rounds.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import { tellPage } from './tell-page.ts';
import { toEvidence } from './to-evidence.ts';
import { whyNotRegistered } from './why-not-registered.ts';

/**
 * Signs in as the chosen client would, and records how it went.
 * @param plan from `planSignIn`
 * @param way by which the page is shown
 * @param onChange told of the evidence as it is so far, whenever something was added
 * @returns the evidence; there is no secret in it
 */
export async function runSignIn(
  plan: SignInPlan,
  way: SignInWayName,
  context: SignInContext,
  onChange: (signIn: SignInEvidence) => void,
): Promise<SignInEvidence> {
  const { client, wishes } = context;
  const base = { ...NOTHING_YET, way, headless: wishes.headless };
  const show = (part: Partial<SignInTrace>) => {
    const evidence = toEvidence({ ...base, ...part }, client.id);
    onChange(evidence);
    return evidence;
  };
  const rounds = await runRounds(plan, context, (all) => show({ rounds: all }));
  if (rounds.last === null) return show(unregistered(rounds, plan, context));
  const end = endOfRounds(rounds.last.round, rounds, context.signal.aborted);
  const seen = { rounds: rounds.all, end };
  const first = show(seen);
  // A page that is looked at again, or goes round and round, is not left to itself meanwhile.
  await tellPage(first, context);
  const withMore = (part: Behind) =>
    show({ ...seen, ...part, rounds: [...rounds.all, ...part.rounds] });
  const more = await behindSignIn(rounds.last, rounds.identified, plan, context, withMore);
  const whole = withMore(more);
  const judged = { ...whole.trace, end: judgedEnd(whole, context) };
  const last = show(judged);
  // Rounds that were made only to look have led the window elsewhere.
  if (wishes.thorough) await tellPage(last, context);
  return last;
}

export const NOTHING_YET: Omit<SignInTrace, 'way' | 'headless'> = {
  neverStarted: null,
  rounds: [],
  end: 'unfinished',
  refresh: null,
  revocation: null,
  afterRevocation: null,
  checks: {},
};

/** No client id, so no page: the round that there was is the registration. */
function unregistered(
  { identified }: Rounds,
  plan: SignInPlan,
  { page, clock }: SignInContext,
): Partial<SignInTrace> {
  const round: SignInRound = {
    number: 1,
    because: 'the first request',
    idFrom: null,
    registration: identified.registration,
    clientId: null,
    issuer: plan.issuer,
    redirectUri: page.redirectUri,
    resource: plan.facts.resource,
    scope: plan.facts.scope,
    state: '',
    authorizeUrl: null,
    events: [],
    ending: null,
    callback: null,
    callbackMethod: null,
    token: null,
    tokens: null,
    strict: identified.strict,
    legacyCall: null,
    modernCall: null,
    list: null,
    startedAt: clock.now(),
    durationMs: 0,
  };
  const why = whyNotRegistered(identified.registration, plan.issuer);
  const neverStarted = { step: 'registration', cause: null, why } as const;
  return { rounds: [round], neverStarted, end: 'never started' };
}
