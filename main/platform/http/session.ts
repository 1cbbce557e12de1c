import { isUrl } from '../../contract/is-url.ts';
import type {
  Clock,
  HttpOptions,
  HttpOutcome,
  HttpRequest,
  HttpSession,
} from '../../engine/ports.ts';
import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { holdsMask } from '../../engine/redact/tags.ts';
import { judgeAddresses, judgeUrl } from '../../engine/safety/outbound-policy.ts';
import { portOf } from '../../engine/safety/url-locality.ts';
import { createConnections, type Connections } from './connections.ts';
import { exchange } from './exchange.ts';
import { cancelled, failure, failureOf, type Failure } from './failure.ts';
import { createPhase } from './phase.ts';
import { inspectHost } from './inspect-host.ts';
import { createSignalStops } from './signal-stops.ts';
import { createStop, Stopped, unlessStopped, type Stop } from './stop.ts';
import { createTargets, type FindTarget, type Resolve } from './target.ts';
import type { TakeToken } from './token-bucket.ts';
import type { Trust } from './trust.ts';

/** What all sessions of one port share. */
export interface Shared {
  readonly resolve: Resolve;
  readonly limits: OutboundLimits;
  readonly clock: Clock;
  readonly takeToken: TakeToken;
}

interface Context extends Shared {
  readonly find: FindTarget;
  readonly connections: Connections;
  readonly userUrl: string;
}

/**
 * One run's way out. Names are resolved once, connections are kept, and closing ends both.
 * @param trust says whom to trust, on the first https request
 */
export function createSession(
  options: HttpOptions,
  trust: () => Trust,
  shared: Shared,
): HttpSession {
  const closed = createStop();
  const signals = createSignalStops();
  const find = createTargets(options.connectTo, shared.resolve);
  const { clock, limits } = shared;
  const { nextAddressMs } = limits;
  const connections = createConnections({
    find,
    context: () => trust().context,
    clock,
    nextAddressMs,
    closed,
  });
  const all: Context = { ...shared, find, connections, userUrl: options.userUrl };
  return {
    send: (request, signal) => sendOne(request, [closed, signals.of(signal)], all),
    inspect: (url, namedBy, signal) => {
      const own = () => ownAddresses(options.userUrl, find);
      const ends = [closed, signals.of(signal)];
      return inspectHost(url, namedBy, ends, { clock, limits, find, own, trust });
    },
    close() {
      closed.with(cancelled());
      signals.forget();
      connections.close();
    },
  };
}

async function sendOne(
  request: HttpRequest,
  ends: readonly Stop[],
  context: Context,
): Promise<HttpOutcome> {
  const stop = createStop();
  const forget = ends.map((end) => end.onStop((failure) => stop.with(failure)));
  try {
    return stop.failure ?? (await permittedSend(request, stop, context));
  } catch (error) {
    if (error instanceof Stopped) return error.failure;
    throw error;
  } finally {
    for (const one of forget) one();
  }
}

const MASKED =
  'The request would carry what is shown in place of a secret. Where the address was copied from a report, type the real one.';

function isMasked({ url, headers, body }: HttpRequest): boolean {
  return holdsMask(url) || headers.some(([, value]) => holdsMask(value)) || holdsMask(body ?? '');
}

async function permittedSend(
  request: HttpRequest,
  stop: Stop,
  context: Context,
): Promise<HttpOutcome> {
  // SECURITY: H9. A mask was spent as a credential elsewhere (MCPJam/inspector#3865).
  if (isMasked(request)) return failure('policy', 'MASKED', MASKED);
  const judged = judgeUrl(request.url);
  if (!judged.allowed) return failure('policy', judged.refusal.code, judged.refusal.reason);
  await context.takeToken(judged.url.host, stop);
  const total = createPhase(context.clock, stop);
  const phase = createPhase(context.clock, stop);
  total.start('TOTAL_TIMEOUT', context.limits.totalMs);
  phase.start('CONNECT_TIMEOUT', context.limits.connectMs);
  try {
    const refused = await refusalOf(judged.url, request, stop, context);
    if (refused !== null) return refused;
    const scheme = judged.url.protocol;
    const { connections } = context;
    const limits = limitsFor(request, context.limits);
    const wire = { ...context, limits, stop, phase, agent: connections.kept(scheme) };
    const first = await exchange(judged.url, request, wire);
    if (!first.stale) return first.outcome;
    // The server closed a kept connection as we wrote: nobody has read the request.
    phase.start('CONNECT_TIMEOUT', context.limits.connectMs);
    const agent = connections.fresh(scheme);
    return (await exchange(judged.url, request, { ...wire, agent })).outcome;
  } finally {
    total.end();
    phase.end();
  }
}

/** A request may ask for less than the port allows, never for more. */
function limitsFor({ bodyBytes }: HttpRequest, limits: OutboundLimits): OutboundLimits {
  // SECURITY: D20
  if (bodyBytes === undefined) return limits;
  return { ...limits, bodyBytes: Math.min(bodyBytes, limits.bodyBytes) };
}

/** Resolves the host and judges every answer, before any connection is made. @throws Stopped */
async function refusalOf(
  url: URL,
  request: HttpRequest,
  stop: Stop,
  { find, userUrl }: Context,
): Promise<Failure | null> {
  try {
    const target = await unlessStopped(stop, find(url.hostname, portOf(url)));
    // SECURITY: E2. Where --connect-to sends a request, the user named the place.
    if (request.namedBy === 'user' || target.mapped) return null;
    const own = await unlessStopped(stop, ownAddresses(userUrl, find));
    const refusal = judgeAddresses(target.addresses, request.namedBy, own);
    return refusal === null ? null : failure('policy', refusal.code, refusal.reason);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return failureOf(error, 'dns');
  }
}

/** Where the user's own server is; nothing is known of a name that does not resolve. */
async function ownAddresses(userUrl: string, find: FindTarget): Promise<readonly string[]> {
  if (!isUrl(userUrl)) return [];
  const url = new URL(userUrl);
  return await find(url.hostname, portOf(url)).then(
    (target) => target.addresses,
    () => [],
  );
}
