import type { Finding } from '../../contract/report.ts';
import { SEVERITIES, STEPS, type ClientId } from '../../contract/words.ts';
import type { Mode } from '../model/mode.ts';
import type { ClientJudgement } from './judge-client.ts';
import type { Judged } from './judge-modes.ts';

/**
 * Makes findings of what the modes found: whom they concern, what follows from what, in the order
 * of the way and within a step by weight.
 * @param judged what the modes found on one target (or on the machine)
 * @param clients the clients' judgements on the same target
 */
export function toFindings(
  judged: readonly Judged[],
  clients: readonly ClientJudgement[],
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
      requirements: [...(occurrence.requirements ?? mode.requirements)],
      explanation: [occurrence.explanation ?? mode.explanation, occurrence.detail ?? '']
        .join(' ')
        .trim(),
      whatToDo: occurrence.whatToDo ?? mode.whatToDo,
      snippet: occurrence.snippet ?? null,
      evidence: [...occurrence.evidence],
      consequenceOf: mode.followsFrom?.find((code) => codes.has(code)) ?? null,
      fixes: [],
      references: [...mode.references],
    }))
    .sort(byWayThenWeight);
}

/**
 * The first thing to fix: the first finding on the way that blocks and follows from no other.
 * @returns its code, or null where nothing blocks
 */
export function rootCauseOf(findings: readonly Finding[]): string | null {
  const first = findings.find((one) => one.severity === 'error' && one.consequenceOf === null);
  return first?.code ?? null;
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
  return [...hit.map(({ verdict }) => verdict.client), ...others];
}

function byWayThenWeight(one: Finding, two: Finding): number {
  const way = STEPS.indexOf(one.step) - STEPS.indexOf(two.step);
  const weight = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(two.severity);
  return way || weight || Number(one.code.slice(1)) - Number(two.code.slice(1));
}
