import type { FixContext, FixPlan } from '../../../model/fix.ts';
import type { ModeCode } from '../../../model/mode-code.ts';
import type { PersonOperation } from '../../../model/operation.ts';
import { aboutPlace, planOf } from './plan-of.ts';

/** What a person does about a finding, step by step. */
export interface Steps {
  readonly title: string;
  readonly steps: readonly PersonOperation[];
  readonly leavesAlone?: readonly string[];
  /** Apart from other ways out of the same finding. */
  readonly way?: string;
}

/** Steps by the code of the finding; none where they do not apply here. */
export type StepsTable = Readonly<
  Partial<Record<ModeCode, (context: FixContext) => readonly Steps[]>>
>;

/** The codes of a table. */
export function codesOf(table: StepsTable): readonly ModeCode[] {
  return Object.keys(table) as ModeCode[];
}

/**
 * The plans of a row.
 * @param automation `guided` where somebody of this machine can do it all, `instructions` where
 *   others have to take part
 */
export function stepsPlans(
  table: StepsTable,
  context: FixContext,
  automation: 'guided' | 'instructions',
): readonly FixPlan[] {
  const { code } = context.finding;
  const row = codesOf(table).find((one) => one === code);
  const found = row === undefined ? [] : (table[row]?.(context) ?? []);
  return found.map(({ title, steps, leavesAlone = [], way = '' }) =>
    planOf({
      // Which server it is stands in the id of the offer beside it; its address can hold a secret.
      about: aboutPlace('steps', null, `${code} ${way}`),
      title,
      automation,
      operations: steps,
      leavesAlone,
    }),
  );
}
