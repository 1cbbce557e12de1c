import { learnFromOwnUrl } from '../handshake/record/learn-from.ts';
import { SecretKeeper } from '../handshake/record/secret-keeper.ts';
import { NOTHING_YET } from '../handshake/sign-in/run-sign-in.ts';
import { planSignIn } from '../handshake/sign-in/sign-in-plan.ts';
import { toEvidence } from '../handshake/sign-in/to-evidence.ts';
import type { Client } from '../model/client.ts';
import type { Exchange, NotExamined, TargetEvidence } from '../model/evidence.ts';
import type { NeverStarted, SignInEvidence } from '../model/sign-in-evidence.ts';
import { gatherServer } from '../probe/gather-server.ts';
import type { Send } from '../probe/sender.ts';
import type { SignInWay } from '../sign-in-ports.ts';
import type { PlannedTarget } from './plan.ts';
import { createRecord, inOrder } from './record-in-order.ts';
import { signInTo, type SignedIn } from './sign-in-to.ts';
import { openTraceSession } from './trace-session.ts';
import { TraceTeller } from './trace-teller.ts';
import type { TraceOptions, TraceRequest } from './trace-request.ts';
import { unasked } from './unasked.ts';

/** What one traced sign-in works on. */
export interface TraceWork {
  readonly planned: PlannedTarget & { readonly url: string };
  readonly client: Client;
  readonly way: SignInWay;
  readonly request: TraceRequest;
  readonly options: TraceOptions;
}

/** What was seen; no secret is in it. */
export interface TracedTarget {
  readonly evidence: TargetEvidence;
  readonly exchanges: readonly Exchange[];
  readonly notExamined: readonly NotExamined[];
  readonly tokensAfter: readonly string[];
}

/**
 * Gathers what a server says, signs in where the client would, and takes back what was made for it.
 * All that it gives back was recorded: each secret in it is a tag (safety F1).
 */
export async function traceTarget(work: TraceWork): Promise<TracedTarget> {
  const { planned, options } = work;
  const keeper = new SecretKeeper();
  learnFromOwnUrl(planned.url, keeper);
  const teller = new TraceTeller(options);
  const { clock } = options.ports;
  const onUnsent = (recorded: Exchange) => teller.exchange(recorded);
  const record = createRecord({ keeper, clock, onUnsent });
  const session = openTraceSession(work, (exchange) => teller.exchange(record(exchange)));
  try {
    const evidence = await gather(work, session.send, session.inspect, teller);
    teller.follow(work.client, evidence);
    const plan = planSignIn(evidence, work.client, work.request.client !== null);
    const signed = options.signal.aborted
      ? NOT_SIGNED_IN
      : 'step' in plan
        ? neverStarted(plan, work)
        : await signInTo(plan, { work, evidence, session, keeper, record, teller });
    const { signIn, registration, tokensAfter } = signed;
    if (signIn !== null) teller.signIn(signIn);
    const exchanges = inOrder(teller.exchanges).map((one) => keeper.hideAll(one));
    const whole = keeper.hideAll({ ...evidence, registration, signIn });
    return { evidence: whole, exchanges, notExamined: unasked(exchanges), tokensAfter };
  } finally {
    teller.end();
    session.close();
  }
}

async function gather(
  { planned, client }: TraceWork,
  send: Send,
  inspect: Parameters<typeof gatherServer>[2],
  teller: TraceTeller,
): Promise<TargetEvidence> {
  const { url, entries } = planned;
  teller.progress(`Asking the server what it tells ${client.id}`);
  const server = await gatherServer(url, send, inspect);
  return { url, entries, ...server, registration: null, signIn: null, local: null };
}

const NOT_SIGNED_IN: SignedIn = { signIn: null, registration: null, tokensAfter: [] };

/** Nothing is opened where the client itself would open nothing. */
function neverStarted(why: NeverStarted, { client, request, way }: TraceWork): SignedIn {
  const trace = { ...NOTHING_YET, way: way.name, headless: request.headless };
  const signIn: SignInEvidence = toEvidence(
    { ...trace, neverStarted: why, end: 'never started' },
    client.id,
  );
  return { ...NOT_SIGNED_IN, signIn };
}
