import { generateRandomState } from 'oauth4webapi';
import { CLIENT_WORDS } from '../../contract/words.ts';
import { EventHub } from '../handshake/sign-in/event-hub.ts';
import { Ledger, type Settled } from '../handshake/sign-in/ledger.ts';
import { runSignIn } from '../handshake/sign-in/run-sign-in.ts';
import type { SignInContext } from '../handshake/sign-in/sign-in-context.ts';
import { usesDocument, type SignInPlan } from '../handshake/sign-in/sign-in-plan.ts';
import type { SecretKeeper } from '../handshake/record/secret-keeper.ts';
import type { Exchange, TargetEvidence } from '../model/evidence.ts';
import type { RegistrationEvidence } from '../model/registration-evidence.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { holdRun } from '../secrets/run-lock.ts';
import type { SignInPage } from '../sign-in-ports.ts';
import type { TraceSession } from './trace-session.ts';
import type { TraceTeller } from './trace-teller.ts';
import type { TraceWork } from './trace-target.ts';

/** What a sign-in showed and left; no secret is in it. */
export interface SignedIn {
  readonly signIn: SignInEvidence | null;
  readonly registration: RegistrationEvidence | null;
  readonly tokensAfter: readonly string[];
}

export interface SignInTools {
  readonly work: TraceWork;
  readonly evidence: TargetEvidence;
  readonly session: TraceSession;
  readonly keeper: SecretKeeper;
  readonly record: (exchange: Exchange) => Exchange;
  readonly teller: TraceTeller;
}

/**
 * Opens the place where the page is shown, signs in, closes it, and takes back what was made:
 * whatever happens on the way.
 * @throws AppError where no window or listener can be opened
 */
export async function signInTo(plan: SignInPlan, tools: SignInTools): Promise<SignedIn> {
  const { work, session, keeper, teller } = tools;
  const { signIn: ports, signal } = work.options;
  const run = generateRandomState().replaceAll(/[^a-zA-Z0-9]/g, '');
  const hub = new EventHub();
  const page = await openPage(plan, work, hub);
  const release = await holdRun(ports.locks, run);
  let signIn: SignInEvidence | null = null;
  let settled: Settled = { attempts: [], lines: [] };
  try {
    const ledger = new Ledger({ plan, vault: await ports.vault(), run });
    try {
      teller.progress('Signing in');
      const context = contextOf(page, hub, ledger, tools);
      signIn = await runSignIn(plan, work.way.name, context, (part) => teller.signIn(part));
    } finally {
      await page.close();
      session.startCleanUp();
      const keeps = work.request.keep && !signal.aborted && signIn?.trace?.end === 'signed in';
      teller.progress(keeps ? 'Keeping the tokens' : 'Taking back what was made');
      settled = await (keeps ? ledger.keep() : ledger.takeBack(session.send));
    }
  } finally {
    await page.close();
    await release();
  }
  const attempts = keeper.hideAll(settled.attempts);
  const { issuer } = plan;
  const registration = attempts.length === 0 ? null : { issuer, attempts, authorize: [] };
  return { signIn, registration, tokensAfter: settled.lines };
}

/** A client that is known by this address already must be called back at exactly this address. */
function openPage(plan: SignInPlan, work: TraceWork, hub: EventHub): Promise<SignInPage> {
  const { request, client, way, options } = work;
  const { headless, connectTo, ca } = request;
  return way.open({
    redirectUri: plan.profile.redirectUri,
    keepPath: request.client !== null || usesDocument(plan, client),
    label: CLIENT_WORDS[client.id],
    connectTo,
    ca,
    headless,
    signal: options.signal,
    onEvent: (event) => hub.tell(event),
  });
}

function contextOf(
  page: SignInPage,
  events: EventHub,
  tokens: Ledger,
  { work, evidence, session, keeper, record }: SignInTools,
): SignInContext {
  const { request, client, options } = work;
  const { client: given, scope, headless, thorough, keep } = request;
  return {
    client,
    target: evidence,
    wishes: { given, scope, headless, thorough, keep },
    send: session.send,
    record,
    keeper,
    clock: options.ports.clock,
    signal: options.signal,
    page,
    events,
    tokens,
  };
}
