import { AUTOMATIONS, type Offer } from '../../../contract/repair.ts';
import type { Finding, TargetReport } from '../../../contract/report.ts';
import type { MachineEvidence, NotExamined } from '../../model/evidence.ts';
import type { Fix, FixPlan } from '../../model/fix.ts';
import { errorWords } from '../../run/error-words.ts';
import { isUndoable } from './edits-of.ts';
import { offerId } from './offer-id.ts';

/** An offer with the plan behind it. */
export interface PlannedOffer {
  readonly offer: Offer;
  readonly plan: FixPlan;
}

interface PlannedOffers {
  readonly offers: readonly PlannedOffer[];
  /** Fixes that broke while planning. */
  readonly failed: readonly NotExamined[];
}

/**
 * What can be done about one finding. A fix that throws is left out and named; the others stand
 * (safety L2).
 * @param target the server that the finding is about; null for one of the whole machine
 * @param answers to what the fixes ask, by id; empty before anybody was asked
 */
export function offersFor(
  finding: Finding,
  target: TargetReport | null,
  machine: MachineEvidence,
  fixes: readonly Fix[],
  answers: Readonly<Record<string, string>> = {},
): PlannedOffers {
  const offers = new Map<string, PlannedOffer & { readonly rank: number }>();
  const failed: NotExamined[] = [];
  for (const fix of fixes.filter(({ codes }) => codes.some((code) => code === finding.code))) {
    try {
      for (const plan of fix.plan({ finding, target, machine, answers })) {
        const offer = offerOf(fix, finding, target, plan);
        if (!offers.has(offer.id)) offers.set(offer.id, { offer, plan, rank: rankOf(fix, plan) });
      }
    } catch (error) {
      failed.push({
        what: `What can be done about ${finding.code} (${fix.name})`,
        why: `Could not plan it: ${errorWords(error)}.`,
      });
    }
  }
  const sorted = [...offers.values()].toSorted((one, two) => one.rank - two.rank);
  return { offers: sorted.map(({ offer, plan }) => ({ offer, plan })), failed };
}

/** The recommended one first: what takes nothing away, then what asks the least of the user. */
function rankOf({ isDestructive }: Fix, { automation, closed }: FixPlan): number {
  return AUTOMATIONS.indexOf(automation) + (isDestructive ? 3 : 0) + (closed === null ? 0 : 6);
}

/** An offer as a finding names it. */
export function shownOffer({ id, title, automation, undoable }: Offer): Finding['fixes'][number] {
  return { id, title, automation, undoable };
}

function offerOf(fix: Fix, finding: Finding, target: TargetReport | null, plan: FixPlan): Offer {
  return {
    id: offerId(fix.name, finding.code, target?.id ?? null, plan.about),
    code: finding.code,
    title: plan.title,
    automation: plan.automation,
    undoable: isUndoable(plan),
  };
}
