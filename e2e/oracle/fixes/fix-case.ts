import type { ModeCode } from '../../../main/engine/model/mode-code.ts';
import type { CaseFiles, CaseWords } from '../configs/config-case.ts';

/** What a broken set-up may name besides what a configuration may. */
export interface FixWords extends CaseWords {
  /** An open server behind a certificate that nobody vouches for, and the file that does. */
  readonly secure: string;
  readonly ca: string;
  /** A server whose metadata has one slash more than its address. */
  readonly slashed: string;
  readonly home: string;
}

/** A set-up in which a real client fails until one fix of Unblank is applied. */
export interface FixCase {
  readonly name: string;
  readonly code: ModeCode;
  /** The fix, by its name. */
  readonly fix: string;
  /** Which of several of this name; the first where not said. */
  readonly which?: number;
  /** What its user answers to what the fix asks. */
  readonly answers?: (words: FixWords) => Readonly<Record<string, string>>;
  readonly files: (words: FixWords) => CaseFiles;
  /** `list` is that Claude Code connects by itself, `login` that it signs in first. */
  readonly judge: 'list' | 'login';
  /** What the server is called before and after the fix; `acme` where not said. */
  readonly serverBefore?: string;
  readonly serverAfter?: string;
  readonly env?: Readonly<Record<string, string>>;
}
