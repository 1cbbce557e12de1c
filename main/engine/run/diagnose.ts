import { REPORT_SCHEMA_ID } from '../../contract/report-id.ts';
import type { Report } from '../../contract/report.ts';
import type { ClientId } from '../../contract/words.ts';
import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import type { ConnectTo, Ports } from '../ports.ts';
import { localOf } from '../local/join/local-of.ts';
import { redactReport } from '../redact/report.ts';
import { withOffers } from '../repair/plan/with-offers.ts';
import type { ClientChoice } from './choose-clients.ts';
import { toFindings } from './findings.ts';
import { gatherAll } from './gather-all.ts';
import { judgeMachineModes, type Judgements } from './judge-modes.ts';
import { withMachineLogs } from './log-findings.ts';
import { mergeUnseen } from './merge-unseen.ts';
import { concernsAny, machineFindings } from './place-findings.ts';
import type { PlannedTarget, TargetChoice } from './plan.ts';
import { proxyNote } from './proxy-note.ts';
import { reportMachine } from './report-machine.ts';
import { reportTarget, type TargetResult } from './report-target.ts';
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
  return redactReport((await diagnoseInside(request, options)).report);
}

/** What a run knows, before redaction: for what stays inside, such as planning a repair. */
export interface Diagnosis {
  /** SECURITY: H1: not redacted; a host gets the report of `diagnose`. */
  readonly report: Report;
  readonly machine: MachineEvidence;
}

/** The same run, with its evidence of the machine. @throws AppError as `diagnose` does */
export async function diagnoseInside(
  request: DiagnoseRequest,
  options: DiagnoseOptions,
): Promise<Diagnosis> {
  const { clock } = options.ports;
  const [startedAt, from] = [clock.now(), clock.monotonic()];
  const deadline = withDeadline(clock, DEADLINE_MS, options.signal);
  try {
    const progress = createProgress(options.onProgress);
    const gathered = await gatherAll(request, options, deadline.signal, progress);
    const { machine, plan, clients, notExamined } = gathered;
    const judged = judgeMachineModes(options.modes, machine);
    const local = { ...judged, found: withMachineLogs(judged.found, options.modes, machine) };
    const targets = gathered.targets.map(({ planned, target }) => {
      const evidence = { ...target.evidence, local: localOf(planned, machine) };
      const rules = { ...options, clients };
      return reportTarget(planned, { ...target, evidence }, local, rules, request.clients);
    });
    const unseen = [...notExamined, ...plan.notExamined, ...local.notExamined];
    const parts = { startedAt, durationMs: clock.monotonic() - from, ended: deadline.ended() };
    const assembly = { request, machine, local, targets, plan: plan.targets, unseen, parts };
    const report = withOffers(assemble(assembly, options), machine, options.fixes);
    return { report, machine };
  } finally {
    deadline.release();
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
  return {
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
  };
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
export type ProgressTeller = ReturnType<typeof createProgress>;
export type ProgressCounter = Pick<ProgressTeller, 'start' | 'end'>;
