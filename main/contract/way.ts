import type { TargetReport } from './report.ts';
import { STEPS, type ClientId, type Step } from './words.ts';

export type StationState = 'passed' | 'at-risk' | 'broken' | 'not-reached' | 'not-seen';
export interface Station {
  readonly step: Step;
  readonly state: StationState;
  /** Codes of the findings at this station that concern the client. */
  readonly codes: readonly string[];
}

/**
 * The way of the request as one client goes it: which stations it passes, where it breaks, what it
 * never reaches and what nobody has looked at yet.
 * @param target one target of a report
 * @param client whose way to draw
 * @returns one station per step, in order, without `local`
 */
export function wayOf(target: TargetReport, client: ClientId): Station[] {
  const verdict = target.verdicts.find((one) => one.client === client);
  const lastSeen = verdict ? STEPS.indexOf(verdict.step) : -1;
  return STEPS.filter((step) => step !== 'local').map((step) => {
    const codes = target.findings
      .filter((finding) => finding.step === step && finding.clients.includes(client))
      .map((finding) => finding.code);
    const at = STEPS.indexOf(step) - lastSeen;
    return { step, codes, state: stateOf(verdict?.outcome, at, codes.length > 0) };
  });
}

function stateOf(outcome: string | undefined, at: number, hasFinding: boolean): StationState {
  if (outcome === undefined || outcome === 'unknown') return 'not-seen';
  if (outcome === 'blocked' && at === 0) return 'broken';
  if (at > 0) return outcome === 'blocked' ? 'not-reached' : 'not-seen';
  return hasFinding ? 'at-risk' : 'passed';
}
