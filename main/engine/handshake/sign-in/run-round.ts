import type { NavigationEvent } from '../../model/navigation-event.ts';
import type { RoundReason, SignInRound, StrictRefusal } from '../../model/sign-in-evidence.ts';
import type { Headers } from '../../ports.ts';
import { authorizationUrl, type Attempt } from '../oauth/attempt.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import { readCallback } from '../oauth/read-callback.ts';
import type { TokenReading, Tokens } from '../oauth/read-tokens.ts';
import { redeemCode, type RedeemChanges } from '../oauth/redeem-code.ts';
import type { Secret } from '../../secrets/secret.ts';
import { beginAttempt } from './begin-attempt.ts';
import type { Identified } from './choose-identity.ts';
import { firstCalls, type FirstCalls } from './first-calls.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import { visit } from './visit.ts';

/** What a round starts with. */
export interface RoundStart {
  readonly number: number;
  readonly because: RoundReason;
  readonly identified: Identified;
  /** The id was there before this round. */
  readonly kept: boolean;
  /** What a 403 asked for, or null. */
  readonly scope: string | null;
  /** Only in a round that must be refused: what is different about the token request. */
  readonly changes?: RedeemChanges;
  /** Only the page is wanted: the code is left to expire. */
  readonly pageOnly?: boolean;
}

/** What came of it; what has secrets in it stays within the sign-in. */
export interface RoundResult {
  readonly round: SignInRound;
  readonly identity: ClientIdentity;
  readonly attempt: Attempt;
  /** The code, where one came back and was taken. */
  readonly code: Secret | null;
  readonly reading: TokenReading | null;
  readonly tokens: Tokens | null;
  readonly calls: FirstCalls | null;
}

/**
 * One round of a sign-in: the page, the callback, the token, the first calls. It goes as far as the
 * server lets it.
 * @param onChange told of the round as it is so far, whenever something was added
 */
export async function runRound(
  start: RoundStart & { readonly identified: { readonly identity: ClientIdentity } },
  plan: SignInPlan,
  context: SignInContext,
  onChange: (round: SignInRound) => void,
): Promise<RoundResult> {
  const { identity } = start.identified;
  const attempt = await beginAttempt(plan, identity, start.scope, context);
  const draft = new Draft(start, plan, attempt, context, onChange);
  const from = context.clock.monotonic();
  const nothing = { identity, attempt, code: null, reading: null, tokens: null, calls: null };
  const code = await comeBack(attempt, plan, draft, context);
  if (code === null || start.pageOnly === true)
    return { ...nothing, code, round: draft.done(from) };
  const reading = await redeemCode(code, attempt, identity, context.send, start.changes);
  draft.token(reading);
  const { tokens } = reading;
  if (tokens === null || start.changes !== undefined)
    return { ...nothing, code, reading, tokens, round: draft.done(from) };
  await context.tokens.issued(tokens, identity, attempt.scope);
  const calls = await firstCalls(plan, tokens.access, context.send);
  draft.calls(calls);
  return { ...nothing, code, reading, tokens, calls, round: draft.done(from) };
}

/** Shows the page and reads what came back. @returns the code, or null where the way ends here */
async function comeBack(
  attempt: Attempt,
  plan: SignInPlan,
  draft: Draft,
  context: SignInContext,
): Promise<Secret | null> {
  const authorizeUrl = authorizationUrl(attempt, plan.endpoints.authorization);
  const seen = await visit(authorizeUrl, context, (events) => draft.set({ events }));
  draft.set({ events: seen.events, ending: seen.ending });
  if (seen.callback === null) return null;
  const params = parametersOf(seen.callback);
  draft.callback(params, seen.callback.method);
  const reading = readCallback(params, attempt, plan.metadata, context.clock.now());
  // A page that takes callbacks answers GET only (F63), and in no frame.
  const isTaken = seen.callback.method === 'GET' && seen.callback.frame === 'top';
  if (reading.ok) return isTaken ? reading.code : null;
  draft.refuse('callback', reading.fault);
  return null;
}

/** Of the query; of the form, where it came by POST. */
function parametersOf(callback: Extract<NavigationEvent, { kind: 'callback' }>): Headers {
  const query = new URL(callback.url).searchParams;
  const form = new URLSearchParams(callback.method === 'POST' ? (callback.body ?? '') : '');
  return [...query, ...form];
}

/** A round as it grows; everything in it is as recorded. */
class Draft {
  #round: SignInRound;
  readonly #context: SignInContext;
  readonly #onChange: (round: SignInRound) => void;

  constructor(
    start: RoundStart,
    plan: SignInPlan,
    attempt: Attempt,
    context: SignInContext,
    onChange: (round: SignInRound) => void,
  ) {
    this.#context = context;
    this.#onChange = onChange;
    context.keeper.know('verifier', attempt.verifier);
    context.keeper.know('state', attempt.state);
    this.#round = {
      ...EMPTY,
      number: start.number,
      because: start.because,
      idFrom: start.kept ? 'kept' : (start.identified.identity?.from ?? null),
      registration: start.kept ? null : start.identified.registration,
      clientId: attempt.clientId,
      issuer: attempt.issuer,
      redirectUri: attempt.redirectUri,
      resource: attempt.resource,
      scope: attempt.scope,
      state: context.keeper.hide(attempt.state),
      authorizeUrl: context.keeper.hide(authorizationUrl(attempt, plan.endpoints.authorization)),
      strict: start.kept ? [] : start.identified.strict,
      startedAt: attempt.createdAt,
    };
  }

  set(part: Partial<SignInRound>): void {
    this.#round = { ...this.#round, ...part };
    this.#onChange(this.#round);
  }

  callback(params: Headers, method: string): void {
    const callback = params.map(
      ([name, value]) => [name, this.#context.keeper.hide(value)] as const,
    );
    this.set({ callback, callbackMethod: method });
  }

  token({ exchange, tokens, strict }: TokenReading): void {
    const { record, keeper } = this.#context;
    this.set({ token: record(exchange), tokens: tokens && keeper.hideAll(tokens.facts) });
    if (strict !== null) this.refuse('token', strict);
  }

  calls({ legacy, modern, list, decisive }: FirstCalls): void {
    const { record } = this.#context;
    this.set({
      legacyCall: record(legacy ?? decisive),
      modernCall: modern && record(modern),
      list: list && record(list),
    });
  }

  refuse(step: StrictRefusal['step'], says: string): void {
    const strict = [...this.#round.strict, { step, says: this.#context.keeper.hide(says) }];
    this.set({ strict });
  }

  done(from: number): SignInRound {
    this.set({ durationMs: this.#context.clock.monotonic() - from });
    return this.#round;
  }
}

const EMPTY = {
  events: [],
  ending: null,
  callback: null,
  callbackMethod: null,
  token: null,
  tokens: null,
  legacyCall: null,
  modernCall: null,
  list: null,
  durationMs: 0,
} as const;
