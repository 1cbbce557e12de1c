import type { FixPlan } from '../../../model/fix.ts';
import type { PersonOperation } from '../../../model/operation.ts';
import type { PageId } from '../../page-id.ts';

type Draft = Partial<FixPlan> & Pick<FixPlan, 'about' | 'title'>;

const NOTHING_SPECIAL = {
  automation: 'apply',
  risk: 'low',
  asks: [],
  operations: [],
  leavesAlone: [],
  quits: [],
  restarts: [],
  closed: null,
} as const satisfies Partial<FixPlan>;

/**
 * A plan, from what is particular about it.
 * @param draft at least what it is about and what it does; it is applied where it says nothing else
 */
export function planOf(draft: Draft): FixPlan {
  return { ...NOTHING_SPECIAL, ...draft };
}

/**
 * What a person does.
 * @param copy the exact text to copy, or null
 */
export function tell(text: string, copy: string | null = null): PersonOperation {
  return { kind: 'tell', text, copy };
}

/** A page of our table, for a person to open. */
export function openPage(page: PageId): PersonOperation {
  return { kind: 'open-page', page };
}

/**
 * What an occurrence is told apart by: a place, and which of several ways out of it.
 * @param way where one place has two plans, a word for this one
 */
export function aboutPlace(file: string, pointer: string | null, way = ''): string {
  return [file, pointer ?? '', way].join('#');
}
