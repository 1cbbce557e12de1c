import type { Revision } from '../../../contract/words.ts';

/** The revisions in which a requirement holds, as the list of requirements writes them: A to D. */
export const A_TO_D: readonly Revision[] = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'];
export const B_TO_D: readonly Revision[] = A_TO_D.slice(1);
export const C_TO_D: readonly Revision[] = A_TO_D.slice(2);
