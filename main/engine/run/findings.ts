import type { Finding } from '../../contract/report.ts';
import { SEVERITIES, STEPS, type ClientId } from '../../contract/words.ts';
import type { Mode, Occurrence } from '../model/mode.ts';
import type { ClientJudgement } from './judge-client.ts';
import type { Judged } from './judge-modes.ts';
import type { BrokenRequirement } from './judge-requirements.ts';
import { brokenOf } from './requirement-findings.ts';

/**
 * Makes findings of what the modes found: whom they concern, what follows from what, in the order
 * of the way and within a step by weight.
 * @param judged what the modes found on one target (or on the machine)
 * @param clients the clients' judgements on the same target
 * @param broken the requirements that do not hold there; a finding names those that it shows
 */
export function toFindings(
  judged: readonly Judged[],
  clients: readonly ClientJudgement[],
  broken: readonly BrokenRequirement[] = [],
): readonly Finding[] {
  const codes = new Set<string>(judged.map(({ mode }) => mode.code));
  return judged
    .map(({ mode, occurrence }) => ({
      code: mode.code,
      title: occurrence.title ?? mode.title,
      severity: occurrence.severity ?? mode.severity,
      category: mode.category,
      step: mode.step,
      confidence: occurrence.confidence ?? mode.confidence,
      clients: [...(occurrence.clients ?? clientsOf(mode, clients))],
      requirements: [...requirementsOf(mode, occurrence, broken)],
      explanation: [occurrence.explanation ?? mode.explanation, occurrence.detail ?? '']
        .join(' ')
        .trim(),
      whatToDo: occurrence.whatToDo ?? mode.whatToDo,
      snippet: occurrence.snippet ?? null,
      evidence: [...occurrence.evidence],
      consequenceOf: causeAmong(occurrence.followsFrom ?? mode.followsFrom, codes),
      fixes: [],
      references: [...mode.references],
    }))
    .sort(byWayThenWeight);
}

/**
 * The first thing to fix, among what follows from no other finding: on the way the first error that
 * stops a client, else the first error, else the first warning. Advice is never the cause.
 * @param stopping the codes at which the judged clients stop
 * @param ended the code at which a traced sign-in ended: what the user asked about comes first
 * @returns its code, or null where there is nothing to fix
 */
export function rootCauseOf(
  findings: readonly Finding[],
  stopping: readonly (string | null)[],
  ended: string | null = null,
): string | null {
  const causes = findings.filter((one) => one.consequenceOf === null);
  const errors = causes.filter((one) => one.severity === 'error');
  const stops = new Set(stopping.map((code) => originOf(code, findings)));
  const end = originOf(ended, findings);
  const first =
    causes.find((one) => one.code === end && one.severity !== 'advice') ??
    errors.find((one) => stops.has(one.code)) ??
    errors[0] ??
    causes.find((one) => one.severity === 'warning');
  return first?.code ?? null;
}

function causeAmong(
  followsFrom: readonly string[] | undefined,
  codes: ReadonlySet<string>,
): string | null {
  return followsFrom?.find((code) => codes.has(code)) ?? null;
}

/** The code that a code follows from in the end; itself where it follows from none. */
function originOf(code: string | null, findings: readonly Finding[]): string | null {
  const cause = findings.find((one) => one.code === code)?.consequenceOf ?? null;
  return cause === null ? code : originOf(cause, findings);
}

/** What is broken here and shows as this mode; where that is not told apart, the mode's own list. */
function requirementsOf(
  mode: Mode,
  occurrence: Occurrence,
  broken: readonly BrokenRequirement[],
): readonly string[] {
  if (occurrence.requirements !== undefined) return occurrence.requirements;
  const own = brokenOf(mode, broken).map(({ requirement }) => requirement.id);
  return own.length > 0 ? own : mode.requirements;
}

/**
 * Judged clients are concerned if a rule of theirs names the code; others, and what lies in files,
 * as the catalogue says.
 */
function clientsOf(mode: Mode, judgements: readonly ClientJudgement[]): readonly ClientId[] {
  if (mode.over === 'machine') return mode.clients;
  const hit = judgements.filter(({ causes }) => causes.includes(mode.code));
  const judged = judgements.map(({ verdict }) => verdict.client);
  const others = mode.clients.filter((client) => !judged.includes(client));
  // Two versions of one client are one client here.
  return [...new Set([...hit.map(({ verdict }) => verdict.client), ...others])];
}

/** Which client owns an entry comes before what is wrong with it (clients.md, order of diagnosis). */
const OWNERSHIP: readonly string[] = ['F122', 'F111', 'F115'];

function byWayThenWeight(one: Finding, two: Finding): number {
  const way = STEPS.indexOf(one.step) - STEPS.indexOf(two.step);
  const weight = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(two.severity);
  const owner = Number(OWNERSHIP.includes(two.code)) - Number(OWNERSHIP.includes(one.code));
  return way || weight || owner || Number(one.code.slice(1)) - Number(two.code.slice(1));
}
