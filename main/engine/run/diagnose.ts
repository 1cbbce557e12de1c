import { REPORT_SCHEMA_ID } from '../../contract/report-id.ts';
import type { Report } from '../../contract/report.ts';
import type { ClientId } from '../../contract/words.ts';
import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import type { ConnectTo, Ports } from '../ports.ts';
import { localOf } from '../local/join/local-of.ts';
import { incidentWords } from '../local/logs/incidents/incident-words.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { shortTime } from './short-time.ts';
import { gatherMachine, LOG_BYTES } from '../local/gather-machine.ts';
import { redactReport } from '../redact/report.ts';
import { chooseClients, type ClientChoice } from './choose-clients.ts';
import { toFindings } from './findings.ts';
import { inParallel } from './in-parallel.ts';
import { judgeMachineModes, type Judgements } from './judge-modes.ts';
import { gatherTarget } from './gather-target.ts';
import { withMachineLogs } from './log-findings.ts';
import { mergeUnseen } from './merge-unseen.ts';
import { concernsAny, machineFindings } from './place-findings.ts';
import { planTargets, type Plan, type PlannedTarget, type TargetChoice } from './plan.ts';
import { proxyNote } from './proxy-note.ts';
import { reportMachine } from './report-machine.ts';
import { reportTarget, type TargetResult } from './report-target.ts';
import { isSwitchedOff, notAsked } from './switched-off.ts';
import { withDeadline } from './with-deadline.ts';

export interface DiagnoseRequest {
  readonly choice: TargetChoice;
  /** Only these clients, or null for all. */
  readonly clients: readonly ClientId[] | null;
  /** Versions of clients that were asked for; without one, as chooseClients has it. */
  readonly versions?: readonly ClientChoice[];
  /** Contact nobody; judge what lies on the machine. */
  readonly offline: boolean;
  readonly connectTo: readonly ConnectTo[];
  readonly ca: string | null;
  /** The user allows to register clients at the authorization server (safety E9). */
  readonly register: boolean;
  /** Keychain items that the user has allowed to look for (safety F7); none where left out. */
  readonly keychain?: ReadonlySet<string>;
}

export interface DiagnoseOptions extends Rules {
  readonly ports: Ports;
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

/** A whole run ends after this time, with what it has. */
const DEADLINE_MS = 45_000;
/** Servers asked at the same time. */
const TARGETS_AT_ONCE = 256;

/**
 * A diagnosis from end to end: plan, gather with deadline and cancel, judge, report. Reads and
 * asks only; changes nothing.
 * @returns the report; `complete` is false where the run was cut short
 * @throws AppError for a choice that names nothing (`unknown-name`, `unknown-target`)
 */
export async function diagnose(
  request: DiagnoseRequest,
  options: DiagnoseOptions,
): Promise<Report> {
  const { clock } = options.ports;
  const [startedAt, from] = [clock.now(), clock.monotonic()];
  const deadline = withDeadline(clock, DEADLINE_MS, options.signal);
  try {
    const progress = createProgress(options.onProgress);
    progress.start('Reading the configuration of this machine');
    const { machine, notExamined } = await gatherMachine(options.ports, deadline.signal, {
      logs: LOG_BYTES,
      onLog: (log) => progress.say(newestStory(log)),
      ...(request.keychain === undefined ? {} : { keychain: request.keychain }),
    });
    progress.end();
    const plan = planOf(request.choice, machine, deadline.signal);
    const judged = judgeMachineModes(options.modes, machine);
    const local = { ...judged, found: withMachineLogs(judged.found, options.modes, machine) };
    const clients = chooseClients(options.clients, request.versions ?? [], machine.installs);
    const targets = await inParallel(plan.targets, TARGETS_AT_ONCE, async (planned) => {
      const isLeft = request.choice.kind === 'everything' && isSwitchedOff(planned, machine);
      const gathered = await gatherTarget(planned, {
        request: isLeft ? { ...request, offline: true } : request,
        clients,
        ports: options.ports,
        signal: deadline.signal,
        progress,
      });
      const evidence = { ...gathered.evidence, local: localOf(planned, machine) };
      const left = isLeft && !request.offline ? [notAsked(planned)] : [];
      const joined = { ...gathered, evidence, notExamined: [...gathered.notExamined, ...left] };
      return reportTarget(planned, joined, local, { ...options, clients }, request.clients);
    });
    const unseen = [...notExamined, ...plan.notExamined, ...local.notExamined];
    const parts = { startedAt, durationMs: clock.monotonic() - from, ended: deadline.ended() };
    return assemble(
      { request, machine, local, targets, plan: plan.targets, unseen, parts },
      options,
    );
  } finally {
    deadline.release();
  }
}

/** The newest story of a log is told while older parts are still being read. */
function newestStory({ incidents }: LogFile): string | null {
  const newest = incidents.at(-1);
  return newest === undefined ? null : incidentWords(newest, shortTime);
}

/** Who stops while the files are being read is not told that the server is not there. */
function planOf(choice: TargetChoice, machine: MachineEvidence, { aborted }: AbortSignal): Plan {
  try {
    return planTargets(choice, machine);
  } catch (error) {
    if (!aborted) throw error;
    return { targets: [], notExamined: [] };
  }
}

interface Assembly {
  readonly request: DiagnoseRequest;
  readonly machine: MachineEvidence;
  readonly local: Judgements;
  readonly targets: readonly TargetResult[];
  readonly plan: readonly PlannedTarget[];
  readonly unseen: readonly NotExamined[];
  readonly parts: { startedAt: number; durationMs: number; ended: 'deadline' | 'cancelled' | null };
}

function assemble(assembly: Assembly, options: DiagnoseOptions): Report {
  const { request, parts } = assembly;
  const common = machineFindings(assembly.local.found, request.choice, assembly.plan);
  const cut = parts.ended === null ? [] : [CUT_SHORT[parts.ended]];
  const offline = request.offline ? [OFFLINE] : proxyNote(options.ports.place);
  const unseen = assembly.targets.flatMap((one) => one.notExamined);
  return redactReport({
    schema: REPORT_SCHEMA_ID,
    tool: { ...options.tool },
    startedAt: new Date(parts.startedAt).toISOString(),
    durationMs: Math.round(parts.durationMs),
    complete: parts.ended === null && assembly.targets.every((one) => one.whole),
    targets: assembly.targets.map((one) => one.report),
    machine: reportMachine(
      assembly.machine,
      toFindings(common, []).filter((one) => concernsAny(one.clients, request.clients)),
    ),
    notExamined: [...mergeUnseen([...cut, ...offline, ...assembly.unseen, ...unseen])],
  });
}

const OFFLINE: NotExamined = {
  what: 'The servers themselves',
  why: 'The run was offline, so nobody was contacted.',
};
const CUT_SHORT = {
  deadline: {
    what: 'Everything that was still open after 45 seconds',
    why: 'The run reached its time limit; what was seen until then is below.',
  },
  cancelled: {
    what: 'Everything that was still open',
    why: 'The run was stopped; what was seen until then is below.',
  },
} as const;

/** Counts what was begun and what is over, and tells it in words. */
function createProgress(onProgress: (progress: Progress) => void) {
  let [done, total, text] = [0, 0, ''];
  const tell = () => onProgress({ text, done, total });
  return {
    /** What was found meanwhile; null says nothing. */
    say(what: string | null): void {
      if (what === null) return;
      text = what;
      tell();
    },
    start(what: string): void {
      text = what;
      total += 1;
      tell();
    },
    end(): void {
      done += 1;
      tell();
    },
  };
}
export type ProgressCounter = Pick<ReturnType<typeof createProgress>, 'start' | 'end'>;
