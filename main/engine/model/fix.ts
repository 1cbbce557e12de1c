import type { Finding, TargetReport } from '../../contract/report.ts';
import type { ClientId } from '../../contract/words.ts';
import type { MachineEvidence } from './evidence.ts';
import type { ModeCode } from './mode-code.ts';
import type { Operation } from './operation.ts';

/** What a fix can read: what was found, where, and what else is true of this machine. */
export interface FixContext {
  readonly finding: Finding;
  /** The server that the finding is about; null for one of the whole machine. */
  readonly target: TargetReport | null;
  readonly machine: MachineEvidence;
  /** The answers of the user to `asks`, by id; empty before they were asked. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Something that only the user knows. Never a secret: those go into files or the environment. */
export interface Ask {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /**
   * `choice` is one of the options; `client-id` and `name` are typed (safety B7); `file` is a path that
   * the host's own dialog or the command line gives, and no window.
   */
  readonly kind: 'choice' | 'client-id' | 'name' | 'number' | 'file';
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** What is lost if it goes wrong: nothing that undo does not bring back, a sign-in, or a file. */
export type Risk = 'low' | 'sign-in-again' | 'lost-for-good';

/** One fix for one occurrence of a finding. */
export interface FixPlan {
  /** Stands for the occurrence: the same while the finding stands, another for another place. */
  readonly about: string;
  /** A sentence of at most nine words: what is done. */
  readonly title: string;
  readonly automation: 'apply' | 'guided' | 'instructions';
  readonly risk: Risk;
  /** What must be known first; with one that is not answered, `operations` may be empty. */
  readonly asks: readonly Ask[];
  readonly operations: readonly Operation[];
  /** What stays as it is although one may fear for it, a line each. */
  readonly leavesAlone: readonly string[];
  /** Clients that write the same files and must be quit while they are changed (safety G10). */
  readonly quits: readonly ClientId[];
  /** Clients that take note only when they are started again. */
  readonly restarts: readonly ClientId[];
  /** Why it must not be done yet, or null. A closed fix is shown with its reason. */
  readonly closed: string | null;
}

/**
 * A fix is pure: it reads a context and says what would be done. It never writes (safety G1); the one
 * runner does, after a preview.
 */
export interface Fix {
  /** Lower-case words with hyphens; its file is named for it. */
  readonly name: string;
  /** Findings that it can do something about. */
  readonly codes: readonly ModeCode[];
  /** True where it takes away a credential, a registration or a cache: closed until the scope is
   *  established (repair/plan/scope-gate.ts), and then for one server only. */
  readonly isDestructive: boolean;
  /** @returns the plans for this finding, none where it does not apply here */
  readonly plan: (context: FixContext) => readonly FixPlan[];
}

/** Declares a fix. */
export function defineFix(fix: Fix): Fix {
  return fix;
}
