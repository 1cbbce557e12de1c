import { AppError } from '../../contract/errors.ts';
import type { SignInWayName } from '../../contract/words.ts';
import { gatherMachine } from '../local/gather-machine.ts';
import type { Client } from '../model/client.ts';
import type { SignInWay } from '../sign-in-ports.ts';
import { chooseClients } from './choose-clients.ts';
import { planTargets, type TargetChoice } from './plan.ts';
import { reportTrace } from './report-trace.ts';
import { TRACE_SCHEMA_ID, parseTraceFile, type TraceFile } from './trace-file.ts';
import { traceTarget, type TraceWork } from './trace-target.ts';
import type { TraceOptions, TraceRequest, TraceResult } from './trace-request.ts';
import { withDeadline } from './with-deadline.ts';
import type { Rules } from '../model/rules.ts';
import type { Report } from '../../contract/report.ts';
import type { MachineEvidence } from '../model/evidence.ts';

/**
 * A traced sign-in from end to end: what the server says, the sign-in as the chosen client would make
 * it, and the judgement of both. Whatever was made for it is taken away again, or kept by the user's
 * wish.
 * @returns the report, and the trace as it can be saved; both without any secret
 * @throws AppError for a choice that is not one server with an address, a client or a way that is not
 *   there, and for a window that cannot be opened
 */
export async function trace(request: TraceRequest, options: TraceOptions): Promise<TraceResult> {
  const { clock, place } = options.ports;
  const [startedAt, from] = [clock.now(), clock.monotonic()];
  const { machine, notExamined } = await readMachine(options);
  const planned = oneTarget(request.choice, machine);
  const clients = chooseClients(options.clients, [], machine.installs);
  const client = clientOf(request, clients);
  const way = wayOf(request.way, options.signIn.ways);
  const traced = await traceTarget({ planned, client, way, request, options });
  const file: TraceFile = {
    schema: TRACE_SCHEMA_ID,
    tool: { ...options.tool },
    startedAt: new Date(startedAt).toISOString(),
    durationMs: clock.monotonic() - from,
    os: place.os,
    complete: !options.signal.aborted,
    target: { id: planned.id, transport: planned.transport },
    clients: clients.map(({ id, version }) => ({ id, version })),
    evidence: traced.evidence,
    exchanges: traced.exchanges,
    notExamined: [...notExamined, ...traced.notExamined],
    tokensAfter: traced.tokensAfter,
  };
  return { report: reportTrace(file, options), file };
}

/** So long the files of this machine may take. */
const MACHINE_MS = 5000;

/**
 * Stopping does not end this: without the files nobody knows which server was chosen, and whoever
 * stops at once would be told that it is not there.
 */
async function readMachine({ ports }: TraceOptions): ReturnType<typeof gatherMachine> {
  const deadline = withDeadline(ports.clock, MACHINE_MS, new AbortController().signal);
  try {
    return await gatherMachine(ports, deadline.signal, { logs: 'none' });
  } finally {
    deadline.release();
  }
}

/**
 * Judges a saved trace again; contacts nobody.
 * @param text of the file
 * @throws AppError `not-a-trace`
 */
export function replayTrace(text: string, rules: Rules): Report {
  return reportTrace(parseTraceFile(text), rules);
}

function oneTarget(choice: TargetChoice, machine: MachineEvidence): TraceWork['planned'] {
  const { targets } = planTargets(choice, machine);
  const remote = targets.flatMap((one) =>
    one.url !== null && /^https?:/.test(one.url) ? [{ ...one, url: one.url }] : [],
  );
  const [target] = remote;
  if (remote.length !== 1 || target === undefined)
    throw new AppError('not-one-server', { count: String(remote.length) });
  return target;
}

function clientOf({ as }: TraceRequest, clients: readonly Client[]): Client {
  const client = clients.find((one) => one.id === as);
  if (client === undefined) throw new AppError('no-such-sign-in', { client: as });
  return client;
}

function wayOf(name: SignInWayName, ways: readonly SignInWay[]): SignInWay {
  const way = ways.find((one) => one.name === name);
  if (way === undefined) throw new AppError('no-such-way', { way: name });
  return way;
}
