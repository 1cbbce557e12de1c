import type { TargetReport } from '../../contract/report.ts';
import { CLIENT_IDS, type ClientId, type Transport } from '../../contract/words.ts';
import { contactOf, speaksOnlyEventStream } from '../clients/replay/replay.ts';
import type { NotExamined, TargetEvidence } from '../model/evidence.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isOpenServer } from '../probe/mcp-answer.ts';
import type { Rules } from '../model/rules.ts';
import { rootCauseOf, toFindings } from './findings.ts';
import { concernsAny, onlyEntryOf } from './place-findings.ts';
import type { GatheredTarget } from './gather-target.ts';
import type { ClientJudgement } from './judge-client.ts';
import { judgeClients } from './judge-clients.ts';
import { judgeTargetModes, type Judgements } from './judge-modes.ts';
import { judgeRequirements } from './judge-requirements.ts';
import { withLogs } from './log-findings.ts';
import { reportLocal } from './report-local.ts';
import { withStores } from './store-findings.ts';
import { leftBehind } from './left-behind.ts';
import type { PlannedTarget } from './plan.ts';
import { reportExchange } from './report-exchange.ts';
import { withRequirements } from './requirement-findings.ts';

/** A target's part of a report, and what else there is to say of it. */
export interface TargetResult {
  readonly report: TargetReport;
  readonly notExamined: readonly NotExamined[];
  /** False where its gathering broke off; the report is incomplete then. */
  readonly whole: boolean;
}

/**
 * Judges one target and writes its part of the report.
 * @param local what the modes over the machine found; what concerns this target's entries is taken
 * @param wanted only these clients, or null for all
 */
export function reportTarget(
  planned: PlannedTarget,
  gathered: GatheredTarget,
  local: Judgements,
  options: Rules,
  wanted: readonly ClientId[] | null,
): TargetResult {
  const { evidence, exchanges } = gathered;
  const clients = options.clients
    .filter((one) => wanted?.includes(one.id) ?? true)
    .toSorted((one, two) => CLIENT_IDS.indexOf(one.id) - CLIENT_IDS.indexOf(two.id));
  const { judgements, notExamined } = judgeClients(clients, evidence);
  const specification = judgeRequirements(options.requirements, evidence);
  const server = judgeTargetModes(options.modes, evidence);
  const ours = new Set(planned.entries.map((one) => one.id));
  const own = local.found.filter((one) => ours.has(onlyEntryOf(one) ?? ''));
  const shown = withRequirements(server.found, options.modes, specification.broken);
  const unseenCodes = new Set(server.notExamined.map(codeOf));
  const told = withLogs([...own, ...shown], options.modes, evidence, unseenCodes);
  const judged = withStores(told, options.modes, evidence);
  const findings = toFindings(judged, judgements, specification.broken).filter((one) =>
    concernsAny(one.clients, wanted),
  );
  const stopping = judgements
    .map((one) => one.verdict)
    .filter((one) => one.outcome === 'blocked')
    .map((one) => one.cause);
  const report: TargetReport = {
    id: planned.id,
    url: planned.url,
    transport: spokenTransport(planned, evidence),
    names: planned.entries.map(({ client, scope, file, pointer, name }) => ({
      client,
      scope,
      file,
      pointer,
      name,
    })),
    rootCause: rootCauseOf(findings, stopping, endedAt(judgements, evidence)),
    verdicts: judgements.map((one) => one.verdict),
    findings: [...findings],
    specification: [...specification.rows],
    registrationTried: evidence.registration !== null,
    leftBehind: [...leftBehind(evidence.registration)],
    signIn: null,
    ...reportLocal(evidence.local),
    trace: exchanges.map(reportExchange),
  };
  const unseen = [
    ...gathered.notExamined,
    ...notExamined,
    // What a log or a store told is not unseen.
    ...server.notExamined.filter((one) => !findings.some(({ code }) => code === codeOf(one))),
    ...specification.notExamined,
  ];
  return { report, notExamined: unseen, whole: gathered.whole };
}

/** The mode that said it could not see. */
function codeOf({ what }: NotExamined): string {
  return what.split(' ')[0] ?? '';
}

/** The cause at which the client of a traced sign-in stops, which is what the user asked about. */
function endedAt(
  judgements: readonly ClientJudgement[],
  { signIn }: TargetEvidence,
): string | null {
  if (signIn?.trace == null) return null;
  const own = judgements.find(({ verdict }) => verdict.client === signIn.as)?.verdict;
  return own?.outcome === 'blocked' ? own.cause : null;
}

/** What a configuration says; for a bare URL, what the server turned out to speak. */
function spokenTransport({ transport }: PlannedTarget, { first }: TargetEvidence): Transport {
  if (transport !== 'unknown' || first === null) return transport;
  if (speaksOnlyEventStream(first)) return 'sse';
  return asksForSignIn(first) || isOpenServer(contactOf(first)) ? 'http' : 'unknown';
}
