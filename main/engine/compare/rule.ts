import type { Compared } from '../../contract/comparison.ts';
import type { Confidence } from '../../contract/words.ts';
import type { ModeCode } from '../model/mode-code.ts';
import type { ComparedPlace } from './place.ts';

/** What a difference does, and what to do about it. */
export interface Explained {
  readonly sentence: string;
  readonly next: string;
  /** Only where it differs from the rule's own. */
  readonly code?: ModeCode | null;
}

/** One difference that makes a server work in one place and fail in another. */
export interface Rule {
  readonly row: Compared;
  /** The mode by which the failing place then fails; null where none is that. */
  readonly code: ModeCode | null;
  /** How sure it is that this difference is the reason, where one works and the other fails. */
  readonly confidence: Confidence;
  /** Null where the two do not differ in this way. Places are named by their letters. */
  readonly explains: (works: ComparedPlace, fails: ComparedPlace) => Explained | null;
}
