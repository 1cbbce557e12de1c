import type { NotExamined } from '../model/evidence.ts';
import { STOPPED, untilAborted } from './until-aborted.ts';

/** Reads one part of a machine; what it was not able to read is named, and `otherwise` stands for it. */
export type ReadPart = <T extends object>(
  what: string,
  begin: () => Promise<T>,
  otherwise: T,
) => Promise<T>;

/**
 * Reads parts so that none ends the others: one that throws is named (safety L2), one that is still
 * open when the run ends is left (L1).
 * @param unread receives what was not read
 */
export function createReadPart(unread: NotExamined[], signal: AbortSignal): ReadPart {
  return async (what, begin, otherwise) => {
    try {
      const value = await untilAborted(begin, signal);
      if (value !== null) return value;
      unread.push({ what, why: STOPPED });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      unread.push({ what, why: `Could not be read: ${reason}.` });
    }
    return otherwise;
  };
}
