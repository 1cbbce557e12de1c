import {
  NOTHING_GATHERED,
  type Exchange,
  type NotExamined,
  type TargetEvidence,
} from '../model/evidence.ts';
import type { Client } from '../model/client.ts';
import type { HttpSession, Ports } from '../ports.ts';
import { gatherServer } from '../probe/gather-server.ts';
import { gatherRegistration } from '../probe/registration/gather-registration.ts';
import { redactUrl } from '../redact/url.ts';
import { createSender } from '../probe/sender.ts';
import { errorWords } from './error-words.ts';
import type { DiagnoseRequest, ProgressCounter } from './diagnose.ts';
import type { PlannedTarget } from './plan.ts';
import { unasked } from './unasked.ts';

export interface GatheredTarget {
  readonly evidence: TargetEvidence;
  readonly exchanges: readonly Exchange[];
  readonly notExamined: readonly NotExamined[];
  /** False where gathering broke off by a mistake of ours (safety L2). */
  readonly whole: boolean;
}

export interface GatherContext {
  readonly request: DiagnoseRequest;
  /** Whose registration is tried, where the user allows one. */
  readonly clients: readonly Client[];
  readonly ports: Ports;
  readonly signal: AbortSignal;
  readonly progress: ProgressCounter;
}

/**
 * Gathers what one server says; a server without a URL, and every server of an offline run, is
 * judged by its entries alone.
 */
export async function gatherTarget(
  target: PlannedTarget,
  context: GatherContext,
): Promise<GatheredTarget> {
  const { url, entries } = target;
  if (url === null || context.request.offline || !/^https?:/.test(url)) {
    return { evidence: { url, entries, ...NOTHING_GATHERED }, ...WITHOUT_TRACE };
  }
  const { connectTo, ca } = context.request;
  const session = context.ports.http.open({ userUrl: url, connectTo, ca });
  try {
    return await gatherOver(session, url, target, context);
  } catch (error) {
    // One broken gatherer stops neither the run nor the other servers; the report says it.
    const why = `Could not be examined: ${errorWords(error)}.`;
    const notExamined = [{ what: url, why }];
    return {
      evidence: { url, entries, ...NOTHING_GATHERED },
      ...WITHOUT_TRACE,
      notExamined,
      whole: false,
    };
  } finally {
    session.close();
  }
}

const WITHOUT_TRACE = { exchanges: [], notExamined: [], whole: true } as const;

async function gatherOver(
  session: HttpSession,
  url: string,
  { entries }: PlannedTarget,
  { request, clients, ports, signal, progress }: GatherContext,
): Promise<GatheredTarget> {
  const exchanges: Exchange[] = [];
  const send = createSender({
    session: counted(session, progress),
    clock: ports.clock,
    signal,
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const server = await gatherServer(url, send, (host, by) => session.inspect(host, by, signal));
  const registration = request.register
    ? await gatherRegistration(url, server, clients.filter(isJudged(request)), send)
    : null;
  const inOrder = exchanges.sort((one, two) => Number(one.id.slice(1)) - Number(two.id.slice(1)));
  return {
    evidence: { url, entries, ...server, registration, signIn: null, local: null },
    exchanges: inOrder,
    notExamined: unasked(inOrder),
    whole: true,
  };
}

function isJudged({ clients }: DiagnoseRequest): (client: Client) => boolean {
  return ({ id }) => clients?.includes(id) ?? true;
}

/** Tells what is being asked, in words, while it is asked. */
function counted(session: HttpSession, progress: ProgressCounter): HttpSession {
  return {
    async send(request, signal) {
      progress.start(`Asking ${spoken(request.url)}`);
      const outcome = await session.send(request, signal);
      progress.end();
      return outcome;
    },
    inspect: (url, namedBy, signal) => session.inspect(url, namedBy, signal),
    close: () => session.close(),
  };
}

/** Host and path, without what could be secret in it: progress is shown and logged. */
function spoken(url: string): string {
  const { host, pathname } = new URL(url);
  return redactUrl(`https://${host}${pathname}`).slice('https://'.length);
}
