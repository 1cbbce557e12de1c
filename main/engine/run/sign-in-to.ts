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
 * whatever happens on the way. Where the user stops before there is a window, nothing was made.
 * @throws AppError where no window or listener can be opened
 */
export async function signInTo(plan: SignInPlan, tools: SignInTools): Promise<SignedIn> {
  const { work, keeper } = tools;
  const { signIn: ports } = work.options;
  const run = generateRandomState().replaceAll(/[^a-zA-Z0-9]/g, '');
  const release = await holdRun(ports.locks, run);
  try {
    const ledger = new Ledger({ plan, vault: await ports.vault(), run });
    const { signIn, settled } = await signInAndSettle(plan, ledger, tools);
    const attempts = keeper.hideAll(settled.attempts);
    const { issuer } = plan;
    const registration = attempts.length === 0 ? null : { issuer, attempts, authorize: [] };
    const cleaned = ports.takeCleaned?.() ?? null;
    const tokensAfter = cleaned === null ? settled.lines : [...settled.lines, cleaned];
    return { signIn, registration, tokensAfter };
  } finally {
    await release();
  }
}

/** Whatever goes wrong, the window is closed and what was made is taken back (safety D22, L2). */
async function signInAndSettle(
  plan: SignInPlan,
  ledger: Ledger,
  tools: SignInTools,
): Promise<{ readonly signIn: SignInEvidence | null; readonly settled: Settled }> {
  const { work, session, teller } = tools;
  const { signal } = work.options;
  const hub = new EventHub();
  const page = await openPage(plan, work, hub).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (page === null) return { signIn: null, settled: { attempts: [], lines: [] } };
  let signIn: SignInEvidence | null = null;
  let settled: Settled;
  try {
    teller.progress('Signing in');
    const context = contextOf(page, hub, ledger, tools);
    signIn = await runSignIn(plan, work.way.name, context, (part) => teller.signIn(part));
  } finally {
    session.startCleanUp();
    // The window goes while the server is asked to forget: neither waits for the other.
    const closed = page.close().catch(() => undefined);
    const keeps = work.request.keep && !signal.aborted && signIn?.trace?.end === 'signed in';
    teller.progress(keeps ? 'Keeping the tokens' : 'Taking back what was made');
    settled = await (keeps ? ledger.keep(session.send) : ledger.takeBack(session.send)).finally(
      () => closed,
    );
  }
  return { signIn, settled };
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
